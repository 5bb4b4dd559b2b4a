namespace LocalHost.Documents;

/// <summary>A part of a written document that is made: what stands between <c>&lt;!-- made: name --&gt;</c> and <c>&lt;!-- end --&gt;</c>.</summary>
internal static class MadeBlock
{
    private const string End = "<!-- end -->";

    /// <summary>The document with the part made anew.</summary>
    /// <exception cref="InvalidDataException">The document has no such part.</exception>
    public static string Replace(string document, string name, string content)
    {
        string start = $"<!-- made: {name} -->\n";
        int from = document.IndexOf(start, StringComparison.Ordinal);
        int to = from < 0 ? -1 : document.IndexOf(End, from, StringComparison.Ordinal);
        return to < 0
            ? throw new InvalidDataException($"There is no part '{start.TrimEnd()} … {End}'.")
            : string.Concat(document.AsSpan(0, from + start.Length), content, document.AsSpan(to));
    }
}
