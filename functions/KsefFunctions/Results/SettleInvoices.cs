using Ksef.Client;
using KsefFunctions.Errors;
using KsefFunctions.Ledger;
using KsefFunctions.Pipeline;
using KsefFunctions.Submission;
using KsefFunctions.Telemetry;
using Microsoft.Azure.Functions.Worker;

namespace KsefFunctions.Results;

/// <summary>
/// Reads the list of a finished session and writes into the rows what became of each invoice. An invoice that the list
/// does not hold was not taken, and may be sent in another session.
/// </summary>
public sealed class SettleInvoices(KsefSteps steps, LedgerStore ledger, DuplicateEvidence duplicates)
{
    [Function(nameof(SettleInvoices))]
    public Task<Answer<SettledSession>> RunAsync([ActivityTrigger] SessionInput input, CancellationToken cancellationToken) => steps.AskAsync(
        nameof(SettleInvoices), input.File, ksef => SettleAsync(ksef, input, cancellationToken), cancellationToken);

    private async Task<SettledSession> SettleAsync(KsefContext ksef, SessionInput input, CancellationToken cancellationToken)
    {
        FileTrace.InSession(input.Session);
        var session = ReferenceNumber.FromKsef(input.Session);
        var status = await ksef.Sessions.GetAsync(session, cancellationToken);
        var verdicts = await VerdictsAsync(ksef, session, cancellationToken);
        var record = await ledger.UpdateAsync(
            input.File.LedgerName,
            current => SessionLedger.Changed(
                current with { Invoices = [.. current.Invoices.Select(row => Settled(row, input, verdicts))] },
                input.Session,
                known => known with { FinalStatus = (int)status.Code }),
            cancellationToken);
        var remaining = record.Invoices.Count(row => row.Outcome == InvoiceOutcome.Pending && row.Submission == input.Submission.Key);
        return new SettledSession(remaining, (int)status.Code);
    }

    private async Task<Dictionary<string, Verdict>> VerdictsAsync(KsefContext ksef, ReferenceNumber session, CancellationToken cancellationToken)
    {
        var invoices = new List<SessionInvoice>();
        await foreach (var invoice in ksef.Sessions.GetInvoicesAsync(session, cancellationToken))
        {
            if ((int)invoice.Code < 200)
            {
                throw new PipelineException(KsefErrors.InvoicesUnsettled);
            }

            invoices.Add(invoice);
        }

        var proven = await duplicates.CompareAsync(ksef, session, invoices, cancellationToken);
        var verdicts = new Dictionary<string, Verdict>(StringComparer.Ordinal);
        foreach (var invoice in invoices)
        {
            // The same bytes can stand twice in one session only after a lost answer; the accepted one counts.
            var verdict = proven.GetValueOrDefault(invoice.ReferenceNumber.ToString()) ?? Verdict.Of(invoice, session.ToString());
            if (!verdicts.TryGetValue(invoice.InvoiceHash, out var other) || other.Outcome != InvoiceOutcome.Accepted)
            {
                verdicts[invoice.InvoiceHash] = verdict;
            }
        }

        return verdicts;
    }

    private static InvoiceRow Settled(InvoiceRow row, SessionInput input, Dictionary<string, Verdict> verdicts) =>
        row.Outcome == InvoiceOutcome.Pending && row.Submission == input.Submission.Key && verdicts.TryGetValue(row.InvoiceHash, out var verdict)
            ? verdict.ApplyTo(row)
            : row;
}
