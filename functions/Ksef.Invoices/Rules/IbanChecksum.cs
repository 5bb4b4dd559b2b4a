namespace Ksef.Invoices.Rules;

/// <summary>The check digits of an IBAN (ISO 13616).</summary>
internal static class IbanChecksum
{
    /// <summary>Country and check digits go to the end, letters count from A = 10, and the whole leaves 1 when divided by 97.</summary>
    /// <param name="iban">Country, check digits and account: capital letters and digits only, at least four of them.</param>
    public static bool Fits(string iban)
    {
        var remainder = 0;
        foreach (var character in $"{iban[4..]}{iban[..4]}")
        {
            var value = char.IsAsciiDigit(character) ? character - '0' : character - 'A' + 10;
            remainder = ((remainder * (value > 9 ? 100 : 10)) + value) % 97;
        }

        return remainder == 1;
    }
}
