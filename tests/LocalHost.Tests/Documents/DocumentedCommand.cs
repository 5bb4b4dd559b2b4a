using System.Text.RegularExpressions;
using LocalHost.Hosting;

namespace LocalHost.Tests.Documents;

/// <summary>A command line that a document gives its readers.</summary>
/// <param name="Document">By its path from the root of the repository.</param>
/// <param name="Words">What a shell would make of it: comments are gone, quotes are taken off.</param>
internal sealed partial record DocumentedCommand(string Document, IReadOnlyList<string> Words)
{
    private static readonly string[] Programs = ["dotnet", "azd", "az", "azcopy", "bash", "sh", "python3"];

    /// <summary>Root of the repository.</summary>
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(FunctionApp.LocalSettings)!, "..", ".."));

    /// <summary>The documents whose readers type commands.</summary>
    public static IReadOnlyList<string> Documents { get; } =
    [
        "README.md", "CONTRIBUTING.md", "functions/LocalHost/README.md", "tests/KsefSimulator/README.md",
        .. Directory.GetFiles(Path.Combine(Root, "docs"), "*.md").Select(file => $"docs/{Path.GetFileName(file)}").Order(StringComparer.Ordinal),
    ];

    /// <summary>Every command of every document: of fenced and indented blocks, and within sentences.</summary>
    public static IReadOnlyList<DocumentedCommand> All { get; } =
    [
        .. from document in Documents
           let text = Continuation().Replace(Read(document), " ")
           from line in Lines(text)
           let words = WordsOf(line)
           where words.Count > 1 && Programs.Contains(words[0])
           select new DocumentedCommand(document, words),
    ];

    /// <summary>The text of a file by its path from the root.</summary>
    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path)).ReplaceLineEndings("\n");

    /// <summary>The value of an option; null where it is not given.</summary>
    public string? Option(string name) => Words.SkipWhile(word => word != name).Skip(1).FirstOrDefault();

    public override string ToString() => $"{Document}: {string.Join(' ', Words)}";

    private static IEnumerable<string> Lines(string text) =>
        [.. Fence().Matches(text).SelectMany(block => block.Groups[1].Value.Split('\n')), .. Indented().Matches(text).Select(line => line.Groups[1].Value), .. InlineCode().Matches(Fence().Replace(text, string.Empty)).Select(code => code.Groups[1].Value)];

    private static IReadOnlyList<string> WordsOf(string line)
    {
        List<string> words = [.. Word().Matches(Comment().Replace(line, string.Empty)).Select(match => match.Value.Trim('"', '\''))];

        // MASTER=$(az …) asks as az does.
        if (words is [var first, ..] && Substitution().Match(first) is { Success: true } inner)
        {
            words[0] = inner.Groups[1].Value;
            words[^1] = words[^1].TrimEnd(')');
        }

        return [.. words.TakeWhile(word => word is not "|" and not "&&" and not "…")];
    }

    [GeneratedRegex(@"\\\n\s*")]
    private static partial Regex Continuation();

    [GeneratedRegex(@"^```sh\n([\s\S]*?)^```", RegexOptions.Multiline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^ {4,}(\S.*)$", RegexOptions.Multiline)]
    private static partial Regex Indented();

    [GeneratedRegex(@"(?<!`)`([^`\n]+)`(?!`)")]
    private static partial Regex InlineCode();

    [GeneratedRegex(@"""[^""]*""|'[^']*'|\S+")]
    private static partial Regex Word();

    [GeneratedRegex(@"\s+#.*$")]
    private static partial Regex Comment();

    [GeneratedRegex(@"^\w+=\$\((\w+)$")]
    private static partial Regex Substitution();
}
