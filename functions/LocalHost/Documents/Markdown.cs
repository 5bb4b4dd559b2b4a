namespace LocalHost.Documents;

/// <summary>Text inside a table of Markdown.</summary>
internal static class Markdown
{
    /// <summary>In a table a line end and a bar would end the cell, and angle brackets would be taken for markup.</summary>
    public static string Escaped(string text) => text
        .Replace("\n", " ", StringComparison.Ordinal)
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("|", "\\|", StringComparison.Ordinal)
        .Replace("*", "\\*", StringComparison.Ordinal)
        .Replace("_", "\\_", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal);
}
