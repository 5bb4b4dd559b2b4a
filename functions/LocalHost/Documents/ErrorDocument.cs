using KsefFunctions.Errors;

namespace LocalHost.Documents;

/// <summary><c>errors.md</c>: every number of the catalogue, and every number of KSeF with what becomes of it.</summary>
public static class ErrorDocument
{
    private static readonly (string Prefix, string Title)[] Groups =
    [
        ("KSF-10", "The file of an invoice"),
        ("KSF-11", "The kind of document"),
        ("KSF-12", "Its structure"),
        ("KSF-13", "What it says"),
        ("KSF-15", "The data that it is made of"),
        ("KSF-16", "Workbooks"),
        ("KSF-2", "The dropped file"),
        ("KSF-30", "KSeF's answers"),
        ("KSF-31", "Signing in"),
        ("KSF-32", "Sessions and calls that KSeF refuses"),
        ("KSF-33", "What KSeF decided about an invoice"),
        ("KSF-34", "Receipts"),
        ("KSF-40", "What the sweep finds"),
        ("KSF-41", "What the look at credentials finds"),
        ("KSF-5", "The app itself"),
    ];

    /// <summary>The whole document, with line feeds.</summary>
    public static string Text() => (string.Concat(Groups.Select(Section).Prepend($$"""
        # Errors

        Every number, as result files, dashboard and alerts show it; words and digits in braces stand for values. A *warning* holds nothing back; with a *note* nothing is wrong. Beside each: who can
        end it, and whether the same bytes, replayed or dropped again, end better then. More for operations: the [runbook](runbook.md). The last part has the numbers of KSeF.

        Made from the catalogue by `{{CatalogueDocuments.Command}}`; a test compares it.

        """)) + AnswerTables.Everything()).ReplaceLineEndings("\n");

    private static string Section((string Prefix, string Title) group) =>
        $"\n## {group.Title}\n\n| Number | English | Polski | Who | Same bytes again |\n|---|---|---|---|---|\n"
        + string.Concat(ErrorCatalogue.All.Where(error => error.Code.StartsWith(group.Prefix, StringComparison.Ordinal)).Select(Row));

    private static string Row(ErrorDefinition error) =>
        $"| {error.Code}{Mark(error.Kind)} | {Cell(error.Text, error.WhatToDo)} | {Cell(error.TextPl, error.WhatToDoPl)} "
        + $"| {Words.Of(error.Responsible)} | {Words.Of(error.Replay)} |\n";

    private static string Mark(ErrorKind kind) => kind switch
    {
        ErrorKind.Warning => " *warning*",
        ErrorKind.Note => " *note*",
        _ => string.Empty,
    };

    private static string Cell(string text, string whatToDo) => $"{Markdown.Escaped(text)}<br>*{Markdown.Escaped(whatToDo)}*";
}
