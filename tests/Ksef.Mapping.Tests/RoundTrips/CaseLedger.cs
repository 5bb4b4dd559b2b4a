using System.Globalization;

namespace Ksef.Mapping.Tests.RoundTrips;

/// <summary>The earlier invoices that a case speaks of: formats that name them by number alone leave date and KSeF number to the ledger.</summary>
internal sealed class CaseLedger(RoundTripCase original) : IIssuedInvoices
{
    /// <summary>The advance that the settlements settle; they name it by its KSeF number.</summary>
    public const string Advance = "Z/7/2026";

    private readonly IssuedInvoice[] _issued =
    [
        .. original.Invoice.Descendants(Mapped.Fa3 + "DaneFaKorygowanej").Select(corrected => new IssuedInvoice(
            corrected.At("NrFaKorygowanej")!, DateOnly.ParseExact(corrected.At("DataWystFaKorygowanej")!, "yyyy-MM-dd", CultureInfo.InvariantCulture), corrected.At("NrKSeFFaKorygowanej"))),
        .. original.Invoice.Descendants(Mapped.Fa3 + "FakturaZaliczkowa").Select(advance => new IssuedInvoice(Advance, new DateOnly(2026, 8, 3), advance.At("NrKSeFFaZaliczkowej"))),
    ];

    public ValueTask<IssuedInvoice?> FindAsync(string number, DateOnly? issueDate, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Array.Find(_issued, invoice => invoice.Number == number && (issueDate ?? invoice.IssueDate) == invoice.IssueDate));
}
