namespace Ksef.Mapping.Exact;

/// <summary>Currencies as they stand beside amounts.</summary>
internal static class CurrencyWord
{
    /// <returns>The code by ISO 4217; <see langword="null"/> for what is none.</returns>
    public static string? Of(string text) => text.Trim().TrimEnd('.') switch
    {
        "zł" or "ZŁ" or "Zł" or "zl" => "PLN",
        "€" => "EUR",
        "$" => "USD",
        "£" => "GBP",
        { Length: 3 } code when code.All(char.IsAsciiLetter) => code.ToUpperInvariant(),
        _ => null,
    };
}
