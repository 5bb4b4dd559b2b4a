using System.Text.Json;
using KsefFunctions.Files;
using KsefFunctions.Ledger;
using KsefFunctions.Receipts;
using KsefFunctions.Results;
using Microsoft.DurableTask.Client;

namespace KsefFunctions.Settlement;

/// <summary>
/// Writes KSeF's verdicts into the rows of a file. A file of one invoice, whose receipt the session's list leads to, ends with that; every other one
/// goes on by an orchestration of its own when its last row is settled. It may run twice and at the same time as itself: the record's ETag decides.
/// </summary>
public sealed class FileSettlement(LedgerStore ledger, LinkedReceipts receipts, FileEnding ending, ResultPublisher results, FileEndStart rest)
{
    /// <summary>Settles the rows of a file that a page says something of.</summary>
    public async Task<SettledFile> SettleAsync(string ledgerName, SettlingSession session, DurableTaskClient durable, CancellationToken cancellationToken)
    {
        for (var isRecent = true; ; isRecent = false)
        {
            // The claim wrote it last, as a rule.
            var known = isRecent ? await ledger.ReadRecentAsync(ledgerName, cancellationToken) : await ledger.ReadAsync(ledgerName, cancellationToken);
            if (await TrySettleAsync(known, isRecent, session, cancellationToken) is { } settled)
            {
                if (settled.Record.IsSettled && !settled.Record.IsFinal)
                {
                    await rest.GoOnAsync(durable, settled.Record, cancellationToken);
                }

                return new SettledFile(Counted(settled.Record, session), settled.Entries);
            }
        }
    }

    // Null when another writer was faster, or may have been.
    private async Task<(FileRecord Record, IReadOnlyList<SettledEntry> Entries)?> TrySettleAsync(KnownRecord<FileRecord> known, bool isRecent, SettlingSession session, CancellationToken cancellationToken)
    {
        if (known.Record.IsFinal)
        {
            return (known.Record, await EntriesAgainAsync(known.Record, session, cancellationToken));
        }

        var settled = SessionSettlement.Settled(known.Record, session.Consignment.Id, session.Verdicts);
        if (settled.Invoices.SequenceEqual(known.Record.Invoices))
        {
            return isRecent ? null : (known.Record, []);
        }

        settled = settled with { Sessions = [.. settled.Sessions.Where(other => other.ReferenceNumber != session.Session.ReferenceNumber), session.Session] };
        if (settled.IsSettled)
        {
            settled = settled with { Steps = [.. settled.Steps.Where(step => session.Steps.All(other => other.Name != step.Name)), .. session.Steps] };
        }

        if (await EndAsync(known, settled, session, cancellationToken) is { } ended)
        {
            return ended;
        }

        return await ledger.TryReplaceAsync(known, settled, cancellationToken) is { } written ? (written.Record, []) : null;
    }

    // An earlier run of the page may have ended the file and come no further.
    private async Task<IReadOnlyList<SettledEntry>> EntriesAgainAsync(FileRecord record, SettlingSession session, CancellationToken cancellationToken) =>
        record.Invoices is [{ } only] && only.Consignment == session.Consignment.Id ? await results.WriteAsync(record, record.Paths, atHand: null, cancellationToken) : [];

    private async Task<(FileRecord Record, IReadOnlyList<SettledEntry> Entries)?> EndAsync(KnownRecord<FileRecord> known, FileRecord settled, SettlingSession session, CancellationToken cancellationToken)
    {
        if (!settled.IsSettled || settled.Invoices is not [var only])
        {
            return null;
        }

        ArchivedReceipt? receipt = null;
        if (only.Outcome == InvoiceOutcome.Accepted)
        {
            receipt = session.ReceiptOf(only) is { } address ? await receipts.TryStoreAsync(session.Ksef, settled, only, address, cancellationToken) : null;
            if (receipt is null)
            {
                return null;
            }

            settled = settled with { Steps = [.. settled.Steps, new StepRecord("StoreUpo", session.At, FinishedAt: null)] };
        }

        // A step of its own, so that what comes late of the ones before it is turned away.
        var ended = ending.Ended(settled, receipt is null ? [] : [receipt.Name]);
        ended = ended.At(new FlowPosition { Place = (known.Record.Position?.Place ?? 0) + 1, Result = JsonSerializer.Serialize(ended.Outcome, LedgerJson.Default.FileOutcome) });
        return await ending.TryEndAsync(known, ended, receipt, cancellationToken) is { } entries ? (ended, entries) : null;
    }

    private static int Counted(FileRecord record, SettlingSession session) => record.Invoices.Count(row =>
        row.Consignment == session.Consignment.Id && row.Outcome != InvoiceOutcome.Pending && session.Verdicts.ContainsKey(row.InvoiceHash));
}

/// <summary>What became of a file by a page of a session.</summary>
/// <param name="Rows">Rows of the consignment that the page settles.</param>
/// <param name="Entries">Its lines in the lists of settled files, where it has ended.</param>
public sealed record SettledFile(int Rows, IReadOnlyList<SettledEntry> Entries);
