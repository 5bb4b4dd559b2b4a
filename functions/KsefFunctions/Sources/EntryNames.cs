using System.Globalization;

namespace KsefFunctions.Sources;

/// <summary>
/// How the entries of an archive are named in results, logs and pages. Entry names are the sender's text: no control characters, no endless lines;
/// and whatever is left out of them, no two look the same.
/// </summary>
internal static class EntryNames
{
    private const int Longest = 200;
    private const int ShownOfEnd = 60;

    /// <summary>A name for each entry, in their order.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<string> entryNames)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        return [.. entryNames.Select(name => Unique(Clean(name), taken))];
    }

    private static string Unique(string name, HashSet<string> taken)
    {
        var unique = name;
        for (var copy = 2; !taken.Add(unique); copy++)
        {
            unique = string.Create(CultureInfo.InvariantCulture, $"{name} ({copy})");
        }

        return unique;
    }

    private static string Clean(string entryName)
    {
        var clean = string.Concat(entryName.Where(character => !char.IsControl(character))).Trim();
        return clean.Length == 0 ? "(no name)"
            : clean.Length <= Longest ? clean
            : $"{clean[..(Longest - ShownOfEnd - 1)]}…{clean[^ShownOfEnd..]}";
    }
}
