using KsefFunctions.Errors;
using KsefFunctions.Files;

namespace KsefFunctions.Validation;

/// <summary>Rules that concern the invoices of a file together.</summary>
internal static class PackageRows
{
    /// <summary>
    /// Sends the same invoice once, and keeps what earlier attempts achieved: an invoice that has its KSeF number is not
    /// sent again, and one that went in a consignment and is not settled stays that consignment's.
    /// </summary>
    public static IReadOnlyList<InvoiceRow> Merge(IReadOnlyList<InvoiceRow> checkedRows, IReadOnlyList<InvoiceRow> earlier)
    {
        var accepted = earlier.Where(row => row.Outcome == InvoiceOutcome.Accepted).ToDictionary(row => row.Ordinal);
        var first = accepted.Values.DistinctBy(row => row.InvoiceHash).ToDictionary(row => row.InvoiceHash, StringComparer.Ordinal);
        var sent = earlier.Where(row => row is { Outcome: InvoiceOutcome.Pending, Consignment: not null }).ToDictionary(row => row.Ordinal);
        return
        [
            .. checkedRows.Select(row => accepted.GetValueOrDefault(row.Ordinal)
                ?? Once(sent.GetValueOrDefault(row.Ordinal) ?? row, first)),
        ];
    }

    private static InvoiceRow Once(InvoiceRow row, Dictionary<string, InvoiceRow> first)
    {
        if (row.Outcome != InvoiceOutcome.Pending || first.TryAdd(row.InvoiceHash, row))
        {
            return row;
        }

        var same = first[row.InvoiceHash];
        return row with
        {
            Outcome = InvoiceOutcome.Duplicate,

            // What else there is to say of it stands at the first.
            Errors = [ArchiveErrors.SameInvoiceTwice.Record(same.Name)],
        };
    }
}
