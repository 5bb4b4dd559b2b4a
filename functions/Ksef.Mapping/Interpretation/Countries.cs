using System.Collections.Frozen;

namespace Ksef.Mapping.Interpretation;

/// <summary>Country codes.</summary>
internal static class Countries
{
    private static readonly FrozenSet<string> Eu = new[]
    {
        "AT", "BE", "BG", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "EL", "HR", "HU", "IE", "IT", "LV", "LT", "LU", "MT", "NL", "PL", "PT", "RO", "SK", "SI", "ES", "SE", "XI",
    }.ToFrozenSet();

    /// <summary>Whether a code stands before EU VAT numbers (TKodyKrajowUE); Greece's is EL.</summary>
    public static bool IsEuPrefix(string code) => Eu.Contains(code);

    /// <returns>Two large letters; the Polish and English names of Poland are understood too.</returns>
    public static string? Find(string text)
    {
        var code = text.Trim().ToUpperInvariant();
        return code.Length == 2 && code.All(char.IsAsciiLetterUpper) ? (code == "EL" ? "GR" : code) : WordKey.Of(text) is "polska" or "poland" ? "PL" : null;
    }
}
