using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Ksef.Client;
using KsefFunctions.Files;
using KsefFunctions.Storage;
using KsefFunctions.Telemetry;
using Microsoft.Extensions.Options;

namespace KsefFunctions.Results;

/// <summary>Writes the outbox: a result file beside each name, and the receipts.</summary>
public sealed class ResultPublisher(InvoiceStorage storage, SettledDays days, IOptions<KsefClientOptions> ksef)
{
    private const string ReceivedKey = "received";

    // The ERP's people read these files: Polish letters stay letters.
    private static readonly ResultJson Json = new(new JsonSerializerOptions(ResultJson.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>Publishes a settled file under the given inbox names.</summary>
    public async Task PublishAsync(FileRecord record, IEnumerable<string> paths, CancellationToken cancellationToken)
    {
        using var span = FileTrace.Start("ksef.publish", record);
        span?.SetTag(Tags.Outcome, record.Outcome.ToString());
        foreach (var path in paths)
        {
            var upos = await CopyUposAsync(record, path, cancellationToken);
            var result = ResultOf(record, path, upos, ksef.Value.Environment);
            var name = OutboxName(path, "result.json");
            await using var content = PooledContent.Json(result, Json.ResultFile);
            await WriteAsync(name, content, DroppedAt(record, path), cancellationToken);
            await days.AddAsync(result, name, DroppedAt(record, path), cancellationToken);
        }
    }

    /// <summary>Name in the outbox of what belongs to a name in the inbox.</summary>
    /// <param name="path">Name in the inbox.</param>
    /// <param name="suffix">Such as <c>result.json</c>.</param>
    public static string OutboxName(string path, string suffix) => BlobNames.Fit(prefix: string.Empty, path, $".{suffix}");

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
        Errors = [.. record.Errors.Select(ResultError.Of)],
        Invoices = ResultInvoice.AllOf(record, upos, environment),
        LeftOut = record.LeftOut.Count > 0 ? record.LeftOut : null,
        Receipt = ReceiptStates.Of(record),
        Upos = upos,
    };

    // A single invoice has one receipt, {path}.upo.xml. A package has its session's pages under that name, the second as
    // {path}.upo.2.xml, and the receipts of single invoices, where there are any, under their KSeF numbers.
    private async Task<IReadOnlyList<string>> CopyUposAsync(FileRecord record, string path, CancellationToken cancellationToken)
    {
        var names = new List<string>();
        var page = 0;
        foreach (var upo in record.Upos)
        {
            var numbered = UpoNames.IsPage(upo) || record.Invoices.Count == 1;
            page += numbered ? 1 : 0;
            var suffix = numbered
                ? page == 1 ? "upo.xml" : string.Create(CultureInfo.InvariantCulture, $"upo.{page}.xml")
                : $"{Path.GetFileNameWithoutExtension(upo)}.upo.xml";
            await using var document = await storage.DownloadAsync(BlobArea.Archive, upo, expected: null, cancellationToken)
                ?? throw new InvalidOperationException($"The archive lacks the receipt {upo}.");
            await using var copy = await PooledContent.CopyAsync(document.Content, cancellationToken);
            var name = OutboxName(path, suffix);
            names.Add(name);
            await WriteAsync(name, copy, DroppedAt(record, path), cancellationToken);
        }

        return names;
    }

    private static DateTimeOffset DroppedAt(FileRecord record, string path) => record.DroppedAt.GetValueOrDefault(path, record.ReceivedAt);

    // Two versions dropped under one name settle in any order; the result of the later drop stays.
    private async Task WriteAsync(string name, Stream content, DateTimeOffset droppedAt, CancellationToken cancellationToken)
    {
        var metadata = new Dictionary<string, string> { [ReceivedKey] = droppedAt.ToString("O", CultureInfo.InvariantCulture) };
        while (!await storage.CreateOnceAsync(BlobArea.Outbox, name, content, cancellationToken, metadata))
        {
            // Of what is there only the metadata is read; the results of large packages are megabytes long.
            await using var existing = await storage.DownloadAsync(BlobArea.Outbox, name, expected: null, cancellationToken);
            if (existing is null)
            {
                continue;
            }

            var newer = existing.Metadata.TryGetValue(ReceivedKey, out var other)
                && DateTimeOffset.Parse(other, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind) > droppedAt;
            if (newer || await storage.TryReplaceAsync(BlobArea.Outbox, name, content, existing.ETag, metadata, cancellationToken) is not null)
            {
                return;
            }
        }
    }
}
