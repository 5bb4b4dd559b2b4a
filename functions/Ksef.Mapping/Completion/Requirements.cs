using Ksef.Invoices;
using Ksef.Mapping.Simple;

namespace Ksef.Mapping.Completion;

/// <summary>What an invoice must say once profile and mapping have had their turn.</summary>
internal static class Requirements
{
    private static readonly DataPlace Company = new("company.json", null, null, null);

    /// <summary>Fields of the profile that every invoice shows or depends on.</summary>
    private static readonly string[] Always =
        ["nip", "name", "address1", "address2", "country", "email", "phone", "eori", "krs", "regon", "bdo", "rounding", "numberRule", "allOrNothing"];

    public static void Check(SimpleInvoice invoice, CompanyProfile profile, List<DataFinding> findings)
    {
        Seller(profile, findings);
        if (invoice.Kind != InvoiceKind.Upr && invoice.Buyer.Id.Kind != PartyIdKind.None && invoice.Buyer.Name is null)
        {
            findings.Add(ValueFindings.Missing.At(invoice.Source.Head.Place, ("field", Exact.RowReader.NameOf(BuyerFields.Name))));
        }

        if (invoice.IsCorrection && invoice.Correction.Originals.Count == 0)
        {
            findings.Add(MeaningFindings.Original.At(invoice.Source.Head.Place));
        }

        // A correction that takes an exempt sale back needs no basis.
        var exempt = invoice.Lines.FirstOrDefault(line => line.Rate == SaleRate.Exempt && !(invoice.IsCorrection && (line.IsBefore || line.Net < 0 || line.Quantity < 0)));
        if (exempt is not null && !invoice.Annotations.HasExemptionBasis)
        {
            findings.Add(exempt.Source[LineFields.VatRate] is { } rate ? MeaningFindings.ExemptionBasis.At(rate) : MeaningFindings.ExemptionBasis.At(exempt.Source.Place));
        }

        if (invoice.Lines.Any(line => line.Rate == SaleRate.Margin) && invoice.Annotations.Margin is null)
        {
            findings.Add(ValueFindings.Missing.At(invoice.Source.Head.Place, ("field", Exact.RowReader.NameOf(InvoiceFields.Margin))));
        }
    }

    private static void Seller(CompanyProfile profile, List<DataFinding> findings)
    {
        foreach (var name in Always)
        {
            if (profile.MistakeOf(name) is { } mistake && !findings.Contains(mistake))
            {
                findings.Add(mistake);
            }
        }

        Need(profile.Name, "name", profile, findings);
        Need(profile.Address1, "address1", profile, findings);
    }

    private static void Need(string? value, string name, CompanyProfile profile, List<DataFinding> findings)
    {
        if (value is null && profile.MistakeOf(name) is null)
        {
            findings.Add(SourceFindings.ProfileMistake.At(Company with { Field = name }, ("name", name), ("reason", new Words("brak wartości", "no value"))));
        }
    }
}
