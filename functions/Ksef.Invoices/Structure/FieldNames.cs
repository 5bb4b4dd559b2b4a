namespace Ksef.Invoices.Structure;

/// <summary>What the fields of the schemas are called by people. Names that need no explanation have none.</summary>
internal static partial class FieldNames
{
    private const int NamesToList = 8;

    /// <summary>The schema's name with its meaning: <c>P_1 (data wystawienia)</c>.</summary>
    public static Words Describe(string name) =>
        Meanings.TryGetValue(name, out var meaning) ? new Words($"{name} ({meaning.Pl})", $"{name} ({meaning.En})") : Quote.Of(name);

    /// <summary>Several fields, the last of a long list left out.</summary>
    public static Words List(IEnumerable<string> names)
    {
        var described = names.Distinct().Take(NamesToList + 1).Select(Describe).ToList();
        var more = described.Count > NamesToList ? ", …" : string.Empty;
        return new Words(
            string.Join(", ", described.Take(NamesToList).Select(words => words.Pl)) + more,
            string.Join(", ", described.Take(NamesToList).Select(words => words.En)) + more);
    }
}
