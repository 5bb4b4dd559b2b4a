using Ksef.Mapping;
using KsefFunctions.Files;
using KsefFunctions.Index;

namespace KsefFunctions.Validation;

/// <summary>What a company has sent already, for the mapping of corrections and settlements of advances: KSeF numbers and dates of their originals.</summary>
/// <param name="search">Finds them.</param>
/// <param name="nip">The company.</param>
internal sealed class IssuedInvoices(InvoiceSearch search, string nip) : IIssuedInvoices
{
    private const string Correction = "KOR";

    /// <inheritdoc/>
    public async ValueTask<IssuedInvoice?> FindAsync(string number, DateOnly? issueDate, CancellationToken cancellationToken)
    {
        var sent = (await search.WithNumbersAsync(nip, [number], cancellationToken))
            .Where(invoice => invoice is { Status: InvoiceStatus.Accepted, KsefNumber: not null, IssueDate: not null } && (issueDate is null || invoice.IssueDate == issueDate))
            .DistinctBy(invoice => invoice.KsefNumber)
            .ToList();

        // A correction may have the number of what it corrects, and is corrected itself only where nothing else has that number.
        var originals = sent.Where(invoice => invoice.InvoiceType?.StartsWith(Correction, StringComparison.Ordinal) != true).ToList();

        // Of two that may be meant, neither is known.
        return (originals.Count > 0 ? originals : sent) is [var only] ? new IssuedInvoice(number, only.IssueDate!.Value, only.KsefNumber) : null;
    }
}
