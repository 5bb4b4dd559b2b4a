namespace KsefSimulator.Faults;

/// <summary>Finds what was probably meant by a name that does not exist.</summary>
internal static class NearestName
{
    /// <summary>The name that begins as the given one does, or else the one that takes the fewest changes of a character; of several, the first.</summary>
    public static string Of(string name, IReadOnlyList<string> known)
    {
        var lower = name.ToLowerInvariant();
        return known.FirstOrDefault(candidate => lower.Length > 0 && candidate.StartsWith(lower, StringComparison.Ordinal)) ?? known.MinBy(candidate => Distance(lower, candidate))!;
    }

    // Levenshtein, row by row.
    private static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var changed = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
