using KsefFunctions.Errors;
using KsefFunctions.Files;

namespace KsefFunctions.Settlement;

/// <summary>
/// The accepted invoices of a file by KSeF number, those of earlier attempts among them. Where two invoices of a package have one number, the reader
/// of the refusal finds the other one beside it, by name, and need not look in KSeF.
/// </summary>
internal sealed class AcceptedRows
{
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    /// <param name="record">The file.</param>
    /// <param name="verdicts">What the session adds to its rows, by the hash of the invoice.</param>
    public AcceptedRows(FileRecord record, IReadOnlyDictionary<string, Verdict> verdicts)
    {
        foreach (var row in record.Invoices)
        {
            if ((row.KsefNumber ?? verdicts.GetValueOrDefault(row.InvoiceHash)?.KsefNumber) is { } number)
            {
                _names.TryAdd(number, row.Name);
            }
        }
    }

    /// <summary>The verdict, which names the entry of the original where that stands in the same file.</summary>
    public Verdict Named(Verdict verdict) =>
        verdict is { Outcome: InvoiceOutcome.Duplicate, OriginalKsefNumber: { } number } && _names.TryGetValue(number, out var name)
            ? verdict with { Error = InvoiceErrors.SameNumberInPackage.Record(name, number) with { KsefCode = verdict.Error?.KsefCode } }
            : verdict;
}
