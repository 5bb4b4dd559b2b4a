using Ksef.Invoices.Reading;

namespace Ksef.Invoices.Rules;

/// <summary>KursWalutyZ is the exchange rate of an advance; other invoices give the rate on their lines (schema FA(3), KursWalutyZ).</summary>
internal static class AdvanceRateRule
{
    public static void Check(InvoiceUnderCheck invoice)
    {
        if (invoice.Summary.InvoiceType is "VAT" or "UPR" && invoice.Fields.First(Field.AdvanceRate) is { } rate)
        {
            invoice.Findings.Add(CareFindings.AdvanceRate.At(
                rate.Location, ("field", Structure.FieldNames.Describe(rate.Name)), ("type", invoice.Summary.InvoiceType)));
        }
    }
}
