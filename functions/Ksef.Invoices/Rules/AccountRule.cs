using Ksef.Invoices.Reading;

namespace Ksef.Invoices.Rules;

/// <summary>
/// Bank accounts to which the invoice is to be paid. A Polish one has 26 digits, the first two of which are the check digits of an IBAN without
/// its PL. Foreign accounts begin with their country, or their bank's SWIFT code names it; their own rules differ.
/// </summary>
internal static class AccountRule
{
    private const string Poland = "PL";
    private const int Length = 26;

    public static void Check(InvoiceUnderCheck invoice)
    {
        foreach (var account in invoice.Fields.All(Field.Account))
        {
            var compact = account.Text.Replace(" ", string.Empty, StringComparison.Ordinal).Replace("-", string.Empty, StringComparison.Ordinal);
            var hasPrefix = compact.StartsWith(Poland, StringComparison.OrdinalIgnoreCase);
            var digits = hasPrefix ? compact[Poland.Length..] : compact;
            if (digits.Length == 0 || !digits.All(char.IsAsciiDigit) || (!hasPrefix && IsOfForeignBank(invoice.Fields, account)))
            {
                continue;
            }

            if (digits.Length == Length && !IbanChecksum.Fits($"{Poland}{digits}"))
            {
                invoice.Findings.Add(CareFindings.AccountChecksum.At(account.Location, ("account", Structure.Quote.Of(account.Text))));
            }
            else if (digits.Length is Length - 1 or Length + 1)
            {
                invoice.Findings.Add(CareFindings.AccountLength.At(account.Location, ("account", Structure.Quote.Of(account.Text)), ("count", Files.FileCheck.Number(digits.Length))));
            }
        }
    }

    private static bool IsOfForeignBank(InvoiceFields fields, FieldValue account) => fields.All(Field.AccountSwift).Any(swift =>
        swift.Node.Parent == account.Node.Parent && swift.Occurrence == account.Occurrence && swift.Text.Length >= 6 && swift.Text[4..6] != Poland);
}
