using System.Buffers;
using Ksef.Invoices;
using Ksef.Invoices.Rules;

namespace Ksef.Mapping.Exact;

/// <summary>Numbers that carry check digits: NIP and bank accounts.</summary>
internal static class Identifiers
{
    private const int AccountLength = 26;

    private static readonly SearchValues<char> Separators = SearchValues.Create([' ', '-', '\u00A0', '\u202F', '.']);

    /// <summary>The ten digits of a NIP that is written with or without PL, dashes and spaces. FA(3) takes none with a zero in front, so nine digits are not one that lost it.</summary>
    public static string? NipOf(string text)
    {
        var compact = Compact(text);
        var digits = compact.StartsWith("PL", StringComparison.OrdinalIgnoreCase) ? compact[2..] : compact;
        return Nip.TryParse(digits, out _) && digits[0] != '0' ? digits : null;
    }

    /// <summary>The account without blanks; a Polish one as 26 digits, any other with its country in front.</summary>
    /// <param name="text">As it is written.</param>
    /// <param name="reason">Why it is none.</param>
    public static string? AccountOf(string text, out Words reason)
    {
        var compact = Compact(text).ToUpperInvariant();
        var account = compact.StartsWith("PL", StringComparison.Ordinal) ? compact[2..] : compact;
        reason = default;
        if (account.All(char.IsAsciiDigit))
        {
            if (account.Length != AccountLength)
            {
                reason = new Words($"ma {account.Length} cyfr, a polski rachunek ma ich 26", $"it has {account.Length} digits, a Polish account has 26");
                return null;
            }

            return Checked(account, $"PL{account}", ref reason);
        }

        if (account.Length is < 15 or > 34 || !account.All(char.IsAsciiLetterOrDigit) || !char.IsAsciiLetter(account[0]) || !char.IsAsciiLetter(account[1]))
        {
            reason = new Words("nie jest to ani 26 cyfr, ani IBAN", "it is neither 26 digits nor an IBAN");
            return null;
        }

        return Checked(account, account, ref reason);
    }

    public static string Compact(string text) => text.AsSpan().ContainsAny(Separators) ? string.Concat(text.Where(character => !Separators.Contains(character))) : text;

    private static string? Checked(string account, string iban, ref Words reason)
    {
        if (IbanChecksum.Fits(iban))
        {
            return account;
        }

        reason = new Words("nie zgadzają się jego cyfry kontrolne", "its check digits do not match");
        return null;
    }
}
