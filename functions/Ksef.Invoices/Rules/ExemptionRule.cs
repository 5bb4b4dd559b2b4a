using Ksef.Invoices.Reading;

namespace Ksef.Invoices.Rules;

/// <summary>An exempt sale names the provision that exempts it (art. 106e(1)(19) of the VAT Act); P_19N says that there is no such sale.</summary>
internal static class ExemptionRule
{
    private const string Exempt = "zw";
    private const string ExemptTotal = "P_13_7";

    public static void Check(InvoiceUnderCheck invoice)
    {
        if (invoice.Fields.First(Field.NotExempt) is not { } mark || !HasExemptSale(invoice))
        {
            return;
        }

        invoice.Findings.Add(CareFindings.ExemptionWithoutBasis.At(mark.Location, ("field", Structure.FieldNames.Describe(mark.Name))));
    }

    /// <summary>A correction may take an exempt sale back: what it was before, or by how much it shrinks, needs no basis.</summary>
    private static bool HasExemptSale(InvoiceUnderCheck invoice) =>
        invoice.Lines.Any(line => line.Rate == Exempt && !line.IsBeforeCorrection && (!invoice.Summary.IsCorrection || (line.Net ?? line.Gross) > 0))
        || invoice.Fields.All(Field.NetTotal).Any(total => total.Name == ExemptTotal && total.Amount > 0);
}
