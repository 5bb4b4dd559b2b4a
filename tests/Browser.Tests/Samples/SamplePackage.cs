using System.Globalization;
using KsefFunctions.Errors;
using KsefFunctions.Files;
using SampleInvoices;

namespace Browser.Tests.Samples;

/// <summary>Packages and their invoices, as the ledger keeps them.</summary>
internal static class SamplePackage
{
    /// <summary>The number of the only invoice that KSeF refused.</summary>
    public const int BadOrdinal = 77;

    /// <summary>Gives a file many invoices, of which one was refused.</summary>
    public static FileRecord Of(FileRecord record, int invoices) => record with
    {
        Invoices = [.. Enumerable.Range(1, invoices).Select(ordinal => ordinal == BadOrdinal ? Bad(record, ordinal) : Good(record, ordinal))],
        Upos = ["upo/session-1.xml", "upo/session-2.xml"],
    };

    public static InvoiceRow Row(FileRecord record, int ordinal) => new()
    {
        Ordinal = ordinal,
        Name = Path.GetFileName(record.Paths[0]),
        InvoiceHash = record.Sha256[..43] + "=",
        Size = record.Size,
        Schema = "FA(3)",
        Number = string.Create(CultureInfo.InvariantCulture, $"FV/{record.Sha256[..4]}/{ordinal:D4}"),
        SellerNip = SampleNips.Seller,
        BuyerNip = SampleNips.Buyer,
        BuyerName = "Piekarnia Złoty Kłos s.c.",
        IssueDate = new DateOnly(2026, 2, 3),
        TotalGross = 12345.6m,
        Currency = "PLN",
    };

    /// <summary>A number in the right form, another one for each <paramref name="number"/>.</summary>
    public static string KsefNumber(int number) => string.Create(CultureInfo.InvariantCulture, $"{SampleNips.Seller}-20260203-0100A0B1{number:X4}-5E");

    private static InvoiceRow Good(FileRecord record, int ordinal) => Row(record, ordinal) with
    {
        Name = string.Create(CultureInfo.InvariantCulture, $"faktura-{ordinal}.xml"),
        Outcome = InvoiceOutcome.Accepted,
        KsefNumber = KsefNumber(1000 + ordinal),
        AcquisitionDate = new DateTimeOffset(2026, 2, 3, 11, 30, 0, TimeSpan.Zero),
    };

    private static InvoiceRow Bad(FileRecord record, int ordinal) => Row(record, ordinal) with
    {
        Name = string.Create(CultureInfo.InvariantCulture, $"faktura-{ordinal}.xml"),
        Outcome = InvoiceOutcome.Rejected,
        Errors = [InvoiceErrors.RejectedByKsef.Record(450, "Błąd weryfikacji semantyki dokumentu faktury")],
    };
}
