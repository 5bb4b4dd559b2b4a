using KsefFunctions.Files;

namespace KsefFunctions.Results;

/// <summary>The outcome of a file follows from the outcomes of its invoices.</summary>
internal static class FinalOutcome
{
    public static FileOutcome Of(FileRecord record, bool dryRun)
    {
        var accepted = record.Invoices.Count(row => row.Outcome == InvoiceOutcome.Accepted);
        if (accepted > 0)
        {
            return record.Invoices.All(IsSettledWell) ? FileOutcome.Accepted : FileOutcome.PartlyAccepted;
        }

        if (record.Approval is { Approved: false })
        {
            return FileOutcome.Refused;
        }

        if (!record.IsSettled)
        {
            return dryRun ? FileOutcome.Validated : throw new InvalidOperationException("A file cannot end while an invoice of it is unsettled.");
        }

        var allDuplicates = record.Invoices.Count > 0 && record.Invoices.All(row => row.Outcome == InvoiceOutcome.Duplicate);
        return allDuplicates ? FileOutcome.Duplicate : FileOutcome.Rejected;
    }

    // The second copy of an invoice within its own package is settled by the first.
    private static bool IsSettledWell(InvoiceRow row) => row.Outcome == InvoiceOutcome.Accepted || row.IsCopy;
}
