using System.Text.Json;
using System.Text.RegularExpressions;
using Ksef.Client;

namespace KsefFunctions.Tests.Infrastructure;

/// <summary>Alerts and workbook ask for what the app really reports, and operations know what to do.</summary>
[Collection(nameof(InfrastructureFiles))]
public sealed partial class AlertTests(InfrastructureFiles files)
{
    private const string Alerts = "infra/modules/monitoring/query-alerts.bicep";
    private const string Workbook = "infra/modules/monitoring/workbook.json";

    private static IEnumerable<string> Sources =>
        Repository.Files("functions/KsefFunctions", "*.cs").Concat(Repository.Files("functions/Ksef.Client", "*.cs")).Select(Repository.Read);

    [Fact]
    public void Metrics_InQueries_AreThoseOfTheCode()
    {
        var made = Sources.SelectMany(source => Instrument().Matches(source)).Select(match => match.Groups[1].Value).ToHashSet();
        var asked = new[] { Alerts, Workbook }.SelectMany(file => AskedMetric().Matches(Repository.Read(file).Replace("\\\"", "\"", StringComparison.Ordinal)))
            .Select(match => match.Groups[1].Value).Distinct().ToList();

        asked.Count.ShouldBeGreaterThan(4);
        asked.Except(made).ShouldBeEmpty();
    }

    [Fact]
    public void Tags_InQueries_AreThoseOfTheCode()
    {
        var code = string.Concat(Sources);
        var asked = new[] { Alerts, Workbook }.SelectMany(file => AskedTag().Matches(Repository.Read(file).Replace("\\\"", "\"", StringComparison.Ordinal)))
            .Select(match => match.Groups[1].Value).Distinct().ToList();

        asked.ShouldContain("error.type");
        asked.ShouldAllBe(tag => code.Contains($"\"{tag}\""));
    }

    [Fact]
    public void Errors_InQueries_AreTypesOfTheClient()
    {
        var types = typeof(KsefException).Assembly.GetTypes().Where(typeof(KsefException).IsAssignableFrom).Select(type => type.Name).ToList();
        var asked = AskedError().Matches(Repository.Read(Alerts)).Select(match => match.Groups[1].Value).ToList();

        asked.ShouldNotBeEmpty();
        asked.Except(types).ShouldBeEmpty();
    }

    [Fact]
    public void Workbook_IsJson_WithATitleForEveryQuery()
    {
        var items = JsonDocument.Parse(Repository.Read(Workbook)).RootElement.GetProperty("items").EnumerateArray().ToList();

        items.Where(item => item.GetProperty("type").GetInt32() == 3).ShouldAllBe(item => item.GetProperty("content").GetProperty("title").GetString() != "");
    }

    [Fact]
    public void Alerts_Each_HaveOneRowInTheRunbook()
    {
        var queries = files.File(Alerts).Variable("alerts").Value!.Children.Select(alert => alert.Find("name")!.Literal!);
        var metrics = files.OfType("Microsoft.Insights/metricAlerts").SelectMany(alert => alert.AzureNames);

        DocumentedAlert().Matches(Repository.Read("docs/runbook.md")).Select(match => match.Groups[1].Value)
            .ShouldBe(queries.Concat(metrics), ignoreOrder: true);
    }

    [Fact]
    public void Alerts_All_TellTheActionGroup()
    {
        files.OfType("Microsoft.Insights/metricAlerts").ShouldAllBe(alert => alert.Body.Find("properties", "actions")!.Text.Contains("actionGroupId: actionGroupId"));
        files.OfType("Microsoft.Insights/scheduledQueryRules").ShouldAllBe(alert => alert.Body.Find("properties", "actions", "actionGroups")!.Text == "[actionGroupId]");
    }

    [GeneratedRegex(@"Create(?:Counter|Histogram|UpDownCounter|Gauge|ObservableGauge|ObservableCounter|ObservableUpDownCounter)(?:<\w+>)?\(\s*""([\w.]+)""")]
    private static partial Regex Instrument();

    [GeneratedRegex(@"Name == ""([\w.]+)""")]
    private static partial Regex AskedMetric();

    [GeneratedRegex(@"Properties\[""([\w.]+)""\]")]
    private static partial Regex AskedTag();

    [GeneratedRegex(@"""(\w+Exception)""")]
    private static partial Regex AskedError();

    [GeneratedRegex(@"^\| `(ksef-[a-z-]+)` \|", RegexOptions.Multiline)]
    private static partial Regex DocumentedAlert();
}
