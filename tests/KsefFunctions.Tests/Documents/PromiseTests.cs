using System.Reflection;
using System.Text.RegularExpressions;
using KsefFunctions.Tests.Infrastructure;

namespace KsefFunctions.Tests.Documents;

/// <summary>Behind each line of "Never lost, never twice" in <c>docs/architecture.md</c> stands a test: a class of this assembly, or one test of it.</summary>
public sealed partial class PromiseTests
{
    private static readonly ILookup<string, Type> Classes = typeof(PromiseTests).Assembly.GetTypes().Where(type => TestsOf(type).Any()).ToLookup(type => type.Name);

    private static List<Match> Rows
    {
        get
        {
            var page = Repository.Read("docs/architecture.md").ReplaceLineEndings("\n");
            return [.. Row().Matches(page[page.IndexOf("## Never lost, never twice", StringComparison.Ordinal)..]).Skip(1)];
        }
    }

    [Fact]
    public void Promises_EachNamesATest() => Rows.Where(row => !Name().IsMatch(row.Groups["tests"].Value)).Select(row => row.Value).ShouldBeEmpty();

    [Fact]
    public void Promises_NamedTests_Exist()
    {
        var names = Rows.SelectMany(row => Name().Matches(row.Groups["tests"].Value)).Select(name => name.Groups[1].Value).ToList();

        names.Count.ShouldBeGreaterThan(20);
        names.Where(name => !Exists(name)).ShouldBeEmpty();
    }

    private static bool Exists(string name) => name.Split('.') is [var type, .. var method] && Classes[type].Any(known => method is [] || TestsOf(known).Contains(method[0]));

    private static IEnumerable<string> TestsOf(Type type) =>
        type.GetMethods().Where(method => method.GetCustomAttribute<FactAttribute>() is { Skip: null }).Select(method => method.Name);

    [GeneratedRegex(@"^\| (?!-)[^|\n]+ \| [^|\n]+ \| (?<tests>[^|\n]*)\|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("`([A-Za-z]+(?:\\.\\w+)?)`")]
    private static partial Regex Name();
}
