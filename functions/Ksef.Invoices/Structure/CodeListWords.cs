namespace Ksef.Invoices.Structure;

/// <summary>What a code list allows, in words: its values with their meanings, or for long lists the form of them.</summary>
internal static class CodeListWords
{
    private const int ValuesToList = 15;

    private static readonly Dictionary<string, Words> Forms = new()
    {
        ["TKodWaluty"] = new("trzyliterowe kody walut ISO 4217 wielkimi literami, na przykład PLN, EUR, USD", "three-letter currency codes of ISO 4217 in capitals, such as PLN, EUR, USD"),
        ["TKodKraju"] = new("dwuliterowe kody krajów ISO 3166 wielkimi literami, na przykład PL, DE, CZ", "two-letter country codes of ISO 3166 in capitals, such as PL, DE, CZ"),
        ["TKodyKrajowUE"] = new("dwuliterowe przedrostki VAT UE wielkimi literami, na przykład PL, DE, a dla Grecji EL", "two-letter EU VAT prefixes in capitals, such as PL, DE, and EL for Greece"),
    };

    private static readonly Words LeaveOut = new(" Jeśli nie dotyczy to tej faktury, pomiń pole.", " If it does not apply to this invoice, leave the field out.");
    private static readonly Words OtherPayment = new("; inną formę podaje się w polach PlatnoscInna i OpisPlatnosci", "; another way of payment goes into PlatnoscInna and OpisPlatnosci");

    public static Words Allowed(Facets facets)
    {
        if (Forms.Keys.FirstOrDefault(facets.TypeNames.Contains) is { } type)
        {
            return Forms[type];
        }

        var values = facets.Enumeration.Take(ValuesToList).Select(code => code.Describe()).ToList();
        var more = facets.Enumeration.Count > ValuesToList ? ", …" : string.Empty;
        var other = facets.TypeNames.Contains("TFormaPlatnosci") && facets.Enumeration.Count > 1 ? OtherPayment : string.Empty;
        return new Words(
            string.Join(", ", values.Select(value => value.Pl)) + more + other.Pl,
            string.Join(", ", values.Select(value => value.En)) + more + other.En);
    }

    /// <summary>A guess at what was meant, or nothing.</summary>
    public static Words Hint(string value, Facets facets)
    {
        if (LikelyCode.Find(value, facets.Enumeration) is { } likely)
        {
            return Hints.Meant(likely.Describe());
        }

        return facets.TypeNames.Contains("TWybor1") ? LeaveOut : Hints.None;
    }
}
