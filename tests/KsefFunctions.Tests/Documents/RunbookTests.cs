using System.Text.RegularExpressions;
using KsefFunctions.Errors;
using KsefFunctions.Tests.Infrastructure;

namespace KsefFunctions.Tests.Documents;

/// <summary>The runbook says something of every number that operations meet, and asks the logs for what the app really writes.</summary>
public sealed partial class RunbookTests
{
    private const string Runbook = "docs/runbook.md";

    private static IEnumerable<string> Sources =>
        Repository.Files("functions/KsefFunctions", "*.cs").Concat(Repository.Files("functions/Ksef.Client", "*.cs")).Select(Repository.Read);

    [Fact]
    public void Runbook_EveryNumberOfOperations_HasOneEntry() =>
        Entry().Matches(Repository.Read(Runbook)).Select(match => match.Groups["code"].Value).ShouldBe(
            ErrorCatalogue.All.Select(definition => definition.Code).Where(code => string.CompareOrdinal(code, "KSF-3") > 0),
            $"{Runbook} has one entry for each number from KSF-3xxx on, in the order of the numbers.");

    [Fact]
    public void Runbook_EveryEntry_SaysMeaningCheckAndAction()
    {
        var entries = Entry().Matches(Repository.Read(Runbook));

        entries.ShouldNotBeEmpty();
        entries.ShouldAllBe(entry => MeaningCheckAction().IsMatch(entry.Groups["text"].Value));
    }

    [Fact]
    public void Queries_Metrics_AreThoseOfTheCode()
    {
        var code = string.Concat(Sources);
        var asked = AskedMetric().Matches(Repository.Read(Runbook)).Select(match => match.Groups[1].Value).ToList();

        asked.ShouldNotBeEmpty();
        asked.ShouldAllBe(metric => code.Contains($"\"{metric}\"", StringComparison.Ordinal));
    }

    [Fact]
    public void Queries_Properties_AreTagsOrPlacesOfLogMessages()
    {
        var code = string.Concat(Sources);
        var asked = AskedProperty().Matches(Repository.Read(Runbook)).Select(match => match.Groups[1].Value).Distinct().Except(["EventId"]).ToList();

        asked.ShouldContain("FileId");
        asked.ShouldAllBe(name => code.Contains($"\"{name}\"", StringComparison.Ordinal) || code.Contains($"{{{name}}}", StringComparison.Ordinal));
    }

    [Fact]
    public void Queries_EventIds_AreThoseOfTheApp()
    {
        var written = Sources.SelectMany(source => LogMessage().Matches(source)).Select(match => match.Groups[1].Value).ToHashSet();
        var asked = AskedEvent().Matches(Repository.Read(Runbook)).Select(match => match.Groups[1].Value).ToList();

        asked.ShouldNotBeEmpty();
        asked.ShouldAllBe(id => written.Contains(id));
    }

    [GeneratedRegex(@"^### (?<code>KSF-\d{4})\r?\n(?<text>(?:(?!#).*\r?\n?)*)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Entry();

    [GeneratedRegex(@"^\*\*Meaning\*\* \S[\s\S]*^\*\*Check\*\* \S[\s\S]*^\*\*Action\*\* \S", RegexOptions.Multiline)]
    private static partial Regex MeaningCheckAction();

    [GeneratedRegex(@"Name == ""(ksef\.[\w.]+)""")]
    private static partial Regex AskedMetric();

    [GeneratedRegex(@"Properties\[""([\w.]+)""\]")]
    private static partial Regex AskedProperty();

    [GeneratedRegex(@"(?:""EventId""\]\) == ""|\bevents? )(\d{4})")]
    private static partial Regex AskedEvent();

    [GeneratedRegex(@"LoggerMessage\((?:EventId = )?(\d+)")]
    private static partial Regex LogMessage();
}
