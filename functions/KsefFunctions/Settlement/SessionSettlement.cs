using Ksef.Client;
using KsefFunctions.Answers;
using KsefFunctions.Errors;
using KsefFunctions.Files;

namespace KsefFunctions.Settlement;

/// <summary>Reads the list of a finished session and says what became of each invoice.</summary>
public sealed class SessionSettlement(DuplicateEvidence duplicates)
{
    /// <summary>Verdicts by the hash of the invoice.</summary>
    /// <exception cref="PipelineException">KSeF has not settled them all yet; to be tried again.</exception>
    public async Task<IReadOnlyDictionary<string, Verdict>> VerdictsAsync(
        KsefContext ksef, ReferenceNumber session, IReadOnlyList<SessionInvoice> invoices, CancellationToken cancellationToken)
    {
        if (invoices.Any(invoice => InvoiceAnswers.Of(invoice.Code).Effect == AnswerEffect.Waits))
        {
            throw new PipelineException(KsefErrors.InvoicesUnsettled);
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

    /// <summary>The record with the verdicts in the rows that went in the consignment.</summary>
    public static FileRecord Settled(FileRecord record, string consignment, IReadOnlyDictionary<string, Verdict> verdicts)
    {
        var accepted = new AcceptedRows(record, verdicts);
        return record with
        {
            Invoices =
            [
                .. record.Invoices.Select(row => IsPending(row, consignment) && verdicts.TryGetValue(row.InvoiceHash, out var verdict)
                    ? accepted.Named(verdict).ApplyTo(row)
                    : row),
            ],
        };
    }

    /// <summary>Invoices of a consignment that no session has settled.</summary>
    public static IEnumerable<InvoiceRow> Pending(FileRecord record, string consignment) => record.Invoices.Where(row => IsPending(row, consignment));

    /// <summary>Whether an invoice went in a consignment and no session has settled it.</summary>
    public static bool IsPending(InvoiceRow row, string consignment) => row.Outcome == InvoiceOutcome.Pending && row.Consignment == consignment;
}
