using System.Globalization;
using Ksef.Invoices;
using SampleInvoices;

namespace Benchmarks.Checks;

/// <summary>Valid invoices of one shape.</summary>
/// <param name="Title">Shown in the table.</param>
/// <param name="Schema">The schema they follow.</param>
/// <param name="Files">Invoices that differ in their numbers.</param>
internal sealed record CheckShape(string Title, InvoiceSchema Schema, IReadOnlyList<byte[]> Files)
{
    private const int Different = 100;

    public static IReadOnlyList<CheckShape> All { get; } =
    [
        Of("FA(3), 3 lines", InvoiceSchema.Fa3, new SampleInvoice()),
        Of("FA(3), 9 lines", InvoiceSchema.Fa3, new SampleInvoice { Lines = [.. SampleLine.Flour, .. SampleLine.Flour, .. SampleLine.Flour] }),
        Of("FA(3), correction in EUR", InvoiceSchema.Fa3, new SampleInvoice
        {
            Currency = "EUR",
            Correction = new SampleCorrection("FV/2026/01/0007", new DateOnly(2026, 1, 15)),
            Lines = [SampleLine.Flour[0] with { BeforeCorrection = true }, SampleLine.Flour[0] with { Quantity = 30 }],
        }),
        Of("FA(3), attachment of 100 rows", InvoiceSchema.Fa3, new SampleInvoice { Attachment = new SampleAttachment(100) }),
        Of("FA(2), 3 lines", InvoiceSchema.Fa2, new SampleInvoice { Schema = SampleSchema.Fa2 }),
        Of("FA_RR(1), 3 lines", InvoiceSchema.FaRr1, new SampleInvoice { Schema = SampleSchema.FaRr1, Seller = SampleParty.Farmer, Buyer = SampleParty.Seller }),
        Of("PEF(3), 3 lines", InvoiceSchema.Pef3, new SampleInvoice { Schema = SampleSchema.Pef3, Buyer = SampleParty.PublicBody }),
    ];

    private static CheckShape Of(string title, InvoiceSchema schema, SampleInvoice pattern) => new(
        title,
        schema,
        [.. Enumerable.Range(0, Different).Select(index => (pattern with { Number = string.Create(CultureInfo.InvariantCulture, $"C/{index:D5}") }).ToBytes())]);
}
