using Ksef.Client;
using KsefFunctions.Errors;
using KsefFunctions.Files;
using KsefFunctions.Telemetry;
using Microsoft.Extensions.Options;

namespace KsefFunctions.Results;

/// <summary>Writes the outbox: a result for each name, and the receipts.</summary>
public sealed class ResultPublisher(ResultStore results, ReceiptCopies receipts, SettledDays days, IOptions<KsefClientOptions> ksef)
{
    /// <summary>Publishes a settled file under the given inbox names.</summary>
    public async Task PublishAsync(FileRecord record, IEnumerable<string> paths, CancellationToken cancellationToken) =>
        await days.AddAsync(await WriteAsync(record, paths, atHand: null, cancellationToken), cancellationToken);

    /// <summary>Publishes a settled file under the given inbox names, and leaves the lists of settled files to the caller.</summary>
    /// <param name="record">The file.</param>
    /// <param name="paths">The names.</param>
    /// <param name="atHand">A receipt that was archived a moment ago; null when there is none.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <returns>What the lists are to say.</returns>
    public async Task<IReadOnlyList<SettledEntry>> WriteAsync(FileRecord record, IEnumerable<string> paths, ArchivedReceipt? atHand, CancellationToken cancellationToken)
    {
        var entries = new List<SettledEntry>();
        using var span = FileTrace.Start("ksef.publish", record);
        span?.SetTag(Tags.Outcome, record.Outcome.ToString());
        foreach (var path in paths)
        {
            var droppedAt = record.DroppedAt.GetValueOrDefault(path, record.ReceivedAt);
            var upos = await receipts.WriteAsync(record, path, droppedAt, atHand, cancellationToken);
            var result = ResultOf(record, path, upos, ksef.Value.Environment);
            if (await results.WriteAsync(result, droppedAt, cancellationToken) is { } name)
            {
                entries.Add(new SettledEntry(result.Nip, PolishTime.DayOf(DayOf(record, droppedAt)), SettledLine.Of(result, name)));
            }
        }

        return entries;
    }

    /// <summary>The result file of a record.</summary>
    public static ResultFile ResultOf(FileRecord record, string path, IReadOnlyList<string> upos, KsefEnvironment environment) => new()
    {
        Name = path,
        Sha256 = record.Sha256,
        Nip = record.ContextNip,
        Outcome = record.Outcome == FileOutcome.AwaitingReceipt ? FinalOutcome.Of(record, dryRun: false) : record.Outcome,
        DryRun = record.DryRun,
        ReceivedAt = record.ReceivedAt,
        FinishedAt = record.FinishedAt,
        Attempt = record.Attempt,
        Approval = record.Approval,
        Errors = [.. FindingsOf(record).Select(ResultError.Of)],
        Invoices = ResultInvoice.AllOf(record, upos, environment),
        LeftOut = record.LeftOut.Count > 0 ? record.LeftOut : null,
        Receipt = ReceiptStates.Of(record),
        Upos = upos,
    };

    // Of a drop that nobody read not even the time may be known.
    private static DateTimeOffset DayOf(FileRecord record, DateTimeOffset droppedAt) =>
        droppedAt == DateTimeOffset.MinValue ? record.ReceivedAt : droppedAt;

    // Not in the ledger: it is nothing that was found in the file.
    private static IEnumerable<RecordedError> FindingsOf(FileRecord record) =>
        record is { DryRun: true, Outcome: FileOutcome.Validated } ? record.Errors.Append(FileErrors.CheckedOnly.Record()) : record.Errors;
}
