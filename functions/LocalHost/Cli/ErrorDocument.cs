using KsefFunctions.Errors;

namespace LocalHost.Cli;

/// <summary>What <c>--errors</c> prints: <c>docs/errors.md</c>, the errors that senders and finance answer.</summary>
public static class ErrorDocument
{
    /// <summary>How to write the document anew.</summary>
    public const string Command = "dotnet run --project functions/LocalHost -- --errors > docs/errors.md";

    private static readonly (string Prefix, string Title)[] Groups =
    [
        ("KSF-10", "The file of an invoice"),
        ("KSF-11", "The kind of document"),
        ("KSF-12", "Its structure"),
        ("KSF-13", "What it says"),
        ("KSF-2", "The dropped file"),
        ("KSF-33", "What KSeF decided about an invoice"),
    ];

    /// <summary>The whole document, with line feeds.</summary>
    public static string Text() => string.Concat(Groups.Select(Section).Prepend($$"""
        # Errors of invoices and files

        What senders and finance answer, by number, as result files and dashboard show it; words and digits in braces stand for values. A
        *warning* holds nothing back. What operations answer is in the [runbook](runbook.md).

        Made from the catalogue by `{{Command}}`; a test compares it.

        """)).ReplaceLineEndings("\n");

    private static string Section((string Prefix, string Title) group) => $"\n## {group.Title}\n\n| Number | English | Polski |\n|---|---|---|\n"
        + string.Concat(ErrorCatalogue.All.Where(error => error.Code.StartsWith(group.Prefix, StringComparison.Ordinal)).Select(Row));

    private static string Row(ErrorDefinition error) =>
        $"| {error.Code}{(error.Kind == ErrorKind.Warning ? " *warning*" : string.Empty)} | {Cell(error.Text, error.WhatToDo)} | {Cell(error.TextPl, error.WhatToDoPl)} |\n";

    // In a table a line end and a bar would end the cell, and angle brackets would be taken for markup.
    private static string Cell(string text, string whatToDo) => $"{Escaped(text)}<br>*{Escaped(whatToDo)}*";

    private static string Escaped(string text) => text
        .Replace("\n", " ", StringComparison.Ordinal)
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("|", "\\|", StringComparison.Ordinal)
        .Replace("*", "\\*", StringComparison.Ordinal)
        .Replace("_", "\\_", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal);
}
