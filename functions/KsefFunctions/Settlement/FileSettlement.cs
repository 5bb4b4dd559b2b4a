using System.Text.Json;
using KsefFunctions.Files;
using KsefFunctions.Ledger;
using KsefFunctions.Receipts;
using KsefFunctions.Results;
using Microsoft.DurableTask.Client;

namespace KsefFunctions.Settlement;

/// <summary>
/// Writes KSeF's verdicts into the rows of a file. A file of one invoice, whose receipt the session's list leads to, ends with that; every other one
/// goes on by its own orchestration when its last row is settled. It may run twice and at the same time as itself: the record's ETag decides.
/// </summary>
public sealed class FileSettlement(LedgerStore ledger, LinkedReceipts receipts, FileEnding ending)
{
    /// <returns>How many rows of the consignment are settled by the page.</returns>
    public async Task<int> SettleAsync(string ledgerName, SettlingSession session, DurableTaskClient durable, CancellationToken cancellationToken)
    {
        while (true)
        {
            var known = await ledger.ReadAsync(ledgerName, cancellationToken);
            if (known.Record.IsFinal)
            {
                await WaitingFlows.EndedAsync(durable, known.Record, cancellationToken);
                return Counted(known.Record, session);
            }

            if (await TrySettleAsync(known, session, cancellationToken) is not { } settled)
            {
                continue;
            }

            if (settled.IsFinal)
            {
                await WaitingFlows.EndedAsync(durable, settled, cancellationToken);
            }
            else if (settled.IsSettled)
            {
                await WaitingFlows.GoOnAsync(durable, settled, cancellationToken);
            }

            return Counted(settled, session);
        }
    }

    // Null when another writer was faster.
    private async Task<FileRecord?> TrySettleAsync(KnownRecord<FileRecord> known, SettlingSession session, CancellationToken cancellationToken)
    {
        var settled = SessionSettlement.Settled(known.Record, session.Consignment.Id, session.Verdicts);
        if (settled.Invoices.SequenceEqual(known.Record.Invoices))
        {
            return known.Record;
        }

        settled = settled with { Sessions = [.. settled.Sessions.Where(other => other.ReferenceNumber != session.Session.ReferenceNumber), session.Session] };
        if (settled.IsSettled)
        {
            settled = settled with { Steps = [.. settled.Steps.Where(step => session.Steps.All(other => other.Name != step.Name)), .. session.Steps] };
        }

        return await EndAsync(known, settled, session, cancellationToken) ?? (await ledger.TryReplaceAsync(known, settled, cancellationToken))?.Record;
    }

    private async Task<FileRecord?> EndAsync(KnownRecord<FileRecord> known, FileRecord settled, SettlingSession session, CancellationToken cancellationToken)
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
        return await ending.TryEndAsync(known, ended, receipt, cancellationToken);
    }

    private static int Counted(FileRecord record, SettlingSession session) => record.Invoices.Count(row =>
        row.Consignment == session.Consignment.Id && row.Outcome != InvoiceOutcome.Pending && session.Verdicts.ContainsKey(row.InvoiceHash));
}
