using SampleInvoices;

namespace Ksef.Invoices.Tests.Samples;

/// <summary>Samples that KSeF would take, one for each shape an invoice can have.</summary>
public static class ValidSamples
{
    private static readonly SampleCorrection Corrected = new("FV/2026/01/0007", new DateOnly(2026, 1, 15), $"{SampleNips.Seller}-20260115-0100001AF629-28");

    private static readonly Dictionary<string, (SampleInvoice Invoice, InvoiceSchema Schema)> Samples = new()
    {
        ["ordinary"] = (new(), InvoiceSchema.Fa3),
        ["consumer"] = (new() { Buyer = SampleParty.Consumer }, InvoiceSchema.Fa3),
        ["every rate"] = (new() { Lines = [.. SampleRate.All.Select(rate => new SampleLine("Towar " + rate.Code, "szt.", 2, 10.55m, rate))] }, InvoiceSchema.Fa3),
        ["euro"] = (new() { Currency = "EUR" }, InvoiceSchema.Fa3),
        ["self-billed"] = (new() { SelfBilling = true }, InvoiceSchema.Fa3),
        ["by an authorised party"] = (new() { AuthorisedParty = SampleParty.Buyer with { Nip = SampleNips.Stranger } }, InvoiceSchema.Fa3),
        ["correction"] = (new() { Number = "KOR/1", Correction = Corrected, Lines = [SampleLine.Flour[0] with { BeforeCorrection = true }, SampleLine.Flour[0] with { Quantity = 30 }] }, InvoiceSchema.Fa3),
        ["correction of an invoice outside KSeF"] = (new() { Number = "KOR/2", Correction = Corrected with { KsefNumber = null } }, InvoiceSchema.Fa3),
        ["attachment"] = (new() { Attachment = new SampleAttachment(2_500) }, InvoiceSchema.Fa3),
        ["FA(2)"] = (new() { Schema = SampleSchema.Fa2 }, InvoiceSchema.Fa2),
        ["FA(2), every rate"] = (new() { Schema = SampleSchema.Fa2, Lines = [.. SampleRate.All.Select(rate => new SampleLine("Towar " + rate.Code, "szt.", 2, 10.55m, rate))] }, InvoiceSchema.Fa2),
        ["FA_RR(1)"] = (new() { Schema = SampleSchema.FaRr1, Seller = SampleParty.Farmer, Buyer = SampleParty.Seller }, InvoiceSchema.FaRr1),
        ["FA_RR(1), correction"] = (new() { Schema = SampleSchema.FaRr1, Seller = SampleParty.Farmer, Buyer = SampleParty.Seller, Correction = Corrected }, InvoiceSchema.FaRr1),
        ["PEF(3)"] = (new() { Schema = SampleSchema.Pef3, Buyer = SampleParty.PublicBody }, InvoiceSchema.Pef3),
        ["PEF_KOR(3)"] = (new() { Schema = SampleSchema.PefKor3, Buyer = SampleParty.PublicBody }, InvoiceSchema.PefKor3),
    };

    public static TheoryData<string> Names => [.. Samples.Keys];

    public static (SampleInvoice Invoice, InvoiceSchema Schema) Get(string name) => Samples[name];
}
