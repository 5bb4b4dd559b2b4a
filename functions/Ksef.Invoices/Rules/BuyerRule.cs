using Ksef.Invoices.Reading;

namespace Ksef.Invoices.Rules;

/// <summary>
/// A Polish buyer is found in KSeF by the field NIP only. His number among the EU or foreign ones is no mistake for the schema,
/// but he never gets the invoice. Numbers of other countries are told apart by their prefix or country; some have ten digits, too.
/// </summary>
internal static class BuyerRule
{
    private const string Poland = "PL";

    public static void Check(InvoiceUnderCheck invoice)
    {
        var fields = invoice.Fields;
        var isEuNumberOfPoland = fields.Text(Field.BuyerEuPrefix) == Poland;
        if (fields.First(Field.BuyerEuNumber) is { } euNumber && DigitsOf(euNumber) is var (nip, hasPrefix)
            && (isEuNumberOfPoland || (hasPrefix && !fields.Has(Field.BuyerEuPrefix))))
        {
            Report(invoice, euNumber, nip);
        }
        else if (isEuNumberOfPoland && fields.First(Field.BuyerEuNumber) is { Text.Length: > 0 } other)
        {
            Report(invoice, other, Structure.Quote.Of(other.Text));
        }

        if (fields.First(Field.BuyerForeignId) is { } foreignId && DigitsOf(foreignId) is var (digits, isMarked) && (isMarked || IsPolish(fields, digits)))
        {
            Report(invoice, foreignId, digits);
        }
    }

    private static bool IsPolish(InvoiceFields fields, string digits) =>
        (fields.Text(Field.BuyerForeignCountry) ?? fields.Text(Field.BuyerCountry) ?? Poland) == Poland && Nip.HasValidChecksum(digits);

    /// <summary>The ten digits of what could be a NIP, and whether the prefix PL stands before them.</summary>
    private static (string Digits, bool HasPrefix)? DigitsOf(FieldValue value)
    {
        var compact = string.Concat(value.Text.Where(character => character is not (' ' or '-'))).ToUpperInvariant();
        var hasPrefix = compact.StartsWith(Poland, StringComparison.Ordinal);
        var digits = hasPrefix ? compact[Poland.Length..] : compact;
        return Nip.HasValidForm(digits) ? (digits, hasPrefix) : null;
    }

    private static void Report(InvoiceUnderCheck invoice, FieldValue value, string nip) =>
        invoice.Findings.Add(ContentFindings.BuyerNipElsewhere.At(value.Location, ("nip", nip), ("field", Structure.FieldNames.Describe(value.Name))));
}
