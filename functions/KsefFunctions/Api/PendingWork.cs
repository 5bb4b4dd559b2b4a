using KsefFunctions.Dispatch;
using KsefFunctions.Files;
using KsefFunctions.Ledger;

namespace KsefFunctions.Api;

/// <summary>
/// Adds to unsettled files what their company's queue and their consignments know of them. While a thousand files are on their way together, what happens
/// to all of them is written down once, and not in each of their documents.
/// </summary>
public sealed class PendingWork(ConsignmentStore consignments, CompanyQueue queues)
{
    /// <summary>The file as its readers should see it: with the sessions, the steps and the waits of its consignments.</summary>
    public async Task<FileRecord> OfAsync(FileRecord record, CancellationToken cancellationToken)
    {
        if (record.Outcome == FileOutcome.Validated && !record.IsFinal)
        {
            return Held(record, (await queues.ReadAsync(record.ContextNip, cancellationToken))?.HeldUntil);
        }

        if (record.Outcome != FileOutcome.Sending)
        {
            return record;
        }

        foreach (var id in record.PendingConsignments.ToList())
        {
            if (await consignments.FindAsync(record.ContextNip, id, cancellationToken) is { } consignment)
            {
                record = Held(With(record, consignment), consignment.WaitsUntil);
            }
        }

        return record;
    }

    /// <summary>A list of files, with the waits of their companies' queues and sessions.</summary>
    public async Task<IReadOnlyList<FileSummary>> OfAsync(IReadOnlyList<FileSummary> files, CancellationToken cancellationToken)
    {
        var waits = new Dictionary<(string Nip, FileOutcome Outcome), DateTimeOffset?>();
        foreach (var file in files.Where(IsOnItsWay).DistinctBy(file => (file.ContextNip, file.Outcome)))
        {
            waits[(file.ContextNip, file.Outcome)] = file.Outcome == FileOutcome.Validated
                ? (await queues.ReadAsync(file.ContextNip, cancellationToken))?.HeldUntil
                : await SessionsHeldAsync(file.ContextNip, cancellationToken);
        }

        return [.. files.Select(file => IsOnItsWay(file) && waits[(file.ContextNip, file.Outcome)] is { } until ? file with { WaitsUntil = Moments.Later(file.WaitsUntil, until) } : file)];
    }

    private static bool IsOnItsWay(FileSummary file) => !file.IsFinal && file.Outcome is (FileOutcome.Validated or FileOutcome.Sending);

    private async Task<DateTimeOffset?> SessionsHeldAsync(string nip, CancellationToken cancellationToken)
    {
        DateTimeOffset? until = null;
        await foreach (var id in consignments.OpenAsync(nip, cancellationToken))
        {
            if ((await consignments.FindAsync(nip, id, cancellationToken))?.WaitsUntil is { } wait)
            {
                until = Moments.Later(until, wait);
            }
        }

        return until;
    }

    private static FileRecord With(FileRecord record, ConsignmentRecord consignment) => record with
    {
        Outcome = consignment.State == ConsignmentState.Processing ? FileOutcome.Processing : record.Outcome,
        Sessions = [.. record.Sessions, .. consignment.Sessions],
        Steps = record.StepsWith(consignment.Steps),
    };

    private static FileRecord Held(FileRecord record, DateTimeOffset? until) => until is { } wait ? record with { WaitsUntil = Moments.Later(record.WaitsUntil, wait) } : record;
}
