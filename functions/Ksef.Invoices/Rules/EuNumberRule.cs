using Ksef.Invoices.Reading;

namespace Ksef.Invoices.Rules;

/// <summary>An EU VAT number is divided into two fields: its country stands in KodUE alone. VIES knows no number that begins with it twice.</summary>
internal static class EuNumberRule
{
    private static readonly Words Buyer = new("nabywca", "buyer");
    private static readonly Words Other = new("inny podmiot", "other party");

    public static void Check(InvoiceUnderCheck invoice)
    {
        CheckAll(invoice, Field.BuyerEuPrefix, Field.BuyerEuNumber, Buyer);
        CheckAll(invoice, Field.OtherEuPrefix, Field.OtherEuNumber, Other);
    }

    private static void CheckAll(InvoiceUnderCheck invoice, Field prefixField, Field numberField, Words party)
    {
        foreach (var number in invoice.Fields.All(numberField))
        {
            var prefix = invoice.Fields.All(prefixField).FirstOrDefault(value => value.Occurrence == number.Occurrence);
            if (prefix.Node is not null && BeginsWithCountry(number.Text, prefix.Text))
            {
                invoice.Findings.Add(ContentFindings.EuNumberWithCountry.At(
                    number.Location, ("number", Structure.Quote.Of(number.Text)), ("prefix", Structure.Quote.Of(prefix.Text)), ("party", party)));
            }
        }
    }

    /// <summary>French numbers may begin with any two letters. A Polish buyer's is told to stand in the field NIP, and his country need not be mentioned.</summary>
    private static bool BeginsWithCountry(string number, string prefix) => prefix switch
    {
        "" or "FR" or "PL" => false,
        "EL" => number.StartsWith("EL", StringComparison.Ordinal) || number.StartsWith("GR", StringComparison.Ordinal),
        _ => number.StartsWith(prefix, StringComparison.Ordinal),
    };
}
