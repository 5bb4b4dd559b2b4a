using System.Text.RegularExpressions;
using KsefFunctions.Tests.Infrastructure;

namespace KsefFunctions.Tests.Documents;

/// <summary>Links between documents lead somewhere.</summary>
public sealed partial class LinkTests
{
    private static IEnumerable<string> Documents =>
        ["README.md", .. Repository.Files("docs", "*.md"), .. Repository.Files("functions", "*.md"), .. Repository.Files("tests", "*.md")];

    [Fact]
    public void Links_WithinTheRepository_LeadToAFileAndAHeading()
    {
        var links = Documents.SelectMany(document => Link().Matches(Repository.Read(document)).Select(link => (Document: document, Target: link.Groups[1].Value))).ToList();

        links.Count.ShouldBeGreaterThan(20);
        links.Where(link => !Exists(link.Document, link.Target)).Select(link => $"{link.Document}: {link.Target}").ShouldBeEmpty();
    }

    private static bool Exists(string document, string target)
    {
        var parts = target.Split('#', 2);
        var path = parts[0].Length == 0 ? document : Path.GetRelativePath(Repository.Root, Path.Combine(Repository.Root, Path.GetDirectoryName(document)!, parts[0]));
        return parts.Length == 1 ? Path.Exists(Repository.PathOf(path)) : File.Exists(Repository.PathOf(path)) && Anchors(path).Contains(parts[1]);
    }

    // As GitHub makes them: lower case, blanks to hyphens, no punctuation.
    private static IEnumerable<string> Anchors(string document) => Heading().Matches(Repository.Read(document))
        .Select(heading => NotInAnchor().Replace(heading.Groups[1].Value.Trim().ToLowerInvariant(), string.Empty).Replace(' ', '-'));

    [GeneratedRegex(@"\]\((?!https?:)([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("^#+ (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotInAnchor();
}
