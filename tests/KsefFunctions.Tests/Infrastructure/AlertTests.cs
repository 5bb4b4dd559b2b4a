using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Ksef.Client;
using KsefFunctions.Errors;
using KsefFunctions.Tests.Infrastructure.Bicep;

namespace KsefFunctions.Tests.Infrastructure;

/// <summary>Alerts and workbook ask for what the app really reports, and operations know what to do.</summary>
[Collection(nameof(InfrastructureFiles))]
public sealed partial class AlertTests(InfrastructureFiles files)
{
    // What Azure Monitor adds to a log line by itself.
    private static readonly string[] Columns = ["EventId"];

    private static IEnumerable<string> Sources =>
        Repository.Files("functions/KsefFunctions", "*.cs").Concat(Repository.Files("functions/Ksef.Client", "*.cs")).Select(Repository.Read);

    private static IReadOnlyList<string> Instruments => Found(Instrument(), Sources);

    private IReadOnlyList<ArmResource> MetricAlerts => files.Prod.OfType("Microsoft.Insights/metricAlerts");

    private IReadOnlyList<ArmResource> QueryAlerts => files.Prod.OfType("Microsoft.Insights/scheduledQueryRules");

    private IEnumerable<string> AlertQueries =>
        QueryAlerts.SelectMany(alert => alert.Property("criteria", "allOf")!.Value.EnumerateArray()).Select(criterion => criterion.GetProperty("query").GetString()!);

    private string Workbook => files.Prod.OfType("Microsoft.Insights/workbooks").Single().Text("serializedData")!;

    private IEnumerable<string> Queries => AlertQueries.Append(Workbook.Replace("\\\"", "\"", StringComparison.Ordinal));

    [Fact]
    public void Metrics_InQueries_AreThoseOfTheCode() => Found(AskedMetric(), Queries).Except(Instruments).ShouldBeEmpty();

    [Fact]
    public void Metrics_OfTheCode_AreAllLookedAtAndDescribed()
    {
        Instruments.Count.ShouldBeGreaterThan(8);
        Instruments.Except(Found(AskedMetric(), Queries)).ShouldBeEmpty();
        Instruments.Except(Found(DocumentedMetric(), [Repository.Read("docs/telemetry.md")])).ShouldBeEmpty();
    }

    [Fact]
    public void Tags_InQueries_AreThoseOfTheCode()
    {
        var code = string.Concat(Sources);
        var asked = Found(AskedTag(), Queries).Except(Columns).ToList();

        asked.ShouldContain("error.type");
        asked.ShouldAllBe(tag => code.Contains($"\"{tag}\"") || code.Contains($"{{{tag}}}"), "a tag, or a value in a log message");
    }

    [Fact]
    public void Events_InQueries_AreThoseOfTheCode()
    {
        var asked = Found(AskedEvent(), Queries);

        asked.ShouldNotBeEmpty();
        asked.Except(Found(Event(), Sources)).ShouldBeEmpty();
    }

    [Fact]
    public void Events_OfTheCode_HaveNumbersOfTheirOwnInTheDescribedRanges()
    {
        var numbers = Sources.SelectMany(source => Event().Matches(source)).Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)).ToList();
        var ranges = DocumentedRange().Matches(Repository.Read("docs/telemetry.md"))
            .Select(match => (From: int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture), To: int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture))).ToList();

        numbers.ShouldBeUnique();
        numbers.ShouldAllBe(number => ranges.Any(range => range.From <= number && number <= range.To));
    }

    [Fact]
    public void Numbers_InQueries_AreOfTheCatalogue()
    {
        var asked = Found(AskedNumber(), Queries);

        asked.ShouldNotBeEmpty();
        asked.ShouldAllBe(number => ErrorCatalogue.Find(number) != null);
    }

    [Fact]
    public void Spans_InTheDescription_AreThoseOfTheCode() =>
        Found(Span(), Sources).ShouldBe(Found(DocumentedSpan(), [Repository.Read("docs/telemetry.md")]), ignoreOrder: true);

    [Fact]
    public void Errors_InQueries_AreTypesOfTheClient()
    {
        var types = typeof(KsefException).Assembly.GetTypes().Where(typeof(KsefException).IsAssignableFrom).Select(type => type.Name).ToList();
        var asked = Found(AskedError(), AlertQueries);

        asked.ShouldNotBeEmpty();
        asked.Except(types).ShouldBeEmpty();
    }

    [Fact]
    public void Workbook_IsJson_WithATitleForEveryQuery()
    {
        var items = JsonDocument.Parse(Workbook).RootElement.GetProperty("items").EnumerateArray().ToList();

        items.Where(item => item.GetProperty("type").GetInt32() == 3).ShouldAllBe(item => item.GetProperty("content").GetProperty("title").GetString() != "");
    }

    [Fact]
    public void Alerts_Each_HaveOneRowInTheRunbook() =>
        DocumentedAlert().Matches(Repository.Read("docs/runbook.md")).Select(match => match.Groups[1].Value)
            .ShouldBe(QueryAlerts.Concat(MetricAlerts).Select(alert => alert.Name), ignoreOrder: true);

    [Fact]
    public void Alerts_All_TellTheActionGroup()
    {
        const string ActionGroup = "[actionGroup.outputs.id]";

        MetricAlerts.ShouldAllBe(alert => alert.Property("actions")!.Value.EnumerateArray().Single().GetProperty("actionGroupId").GetString() == ActionGroup);
        QueryAlerts.ShouldAllBe(alert => alert.Texts("actions", "actionGroups")[0] == ActionGroup);
    }

    [Fact]
    public void Alerts_OnFilesThatWaitForAPerson_TellTheApproversToo()
    {
        const string Approvers = "[approversActionGroup.outputs.id]";

        QueryAlerts.Where(alert => alert.Texts("actions", "actionGroups").Contains(Approvers)).Select(alert => alert.Name)
            .ShouldBe(["ksef-approval-late", "ksef-approval-due"], ignoreOrder: true);
        files.Test.OfType("Microsoft.Insights/actionGroups").Count.ShouldBe(1, "nobody else is to be told");
    }

    private static IReadOnlyList<string> Found(Regex pattern, IEnumerable<string> texts) =>
        [.. texts.SelectMany(text => pattern.Matches(text)).Select(match => match.Groups[1].Value).Distinct()];

    [GeneratedRegex(@"LoggerMessage\((?:EventId = )?(\d+)")]
    private static partial Regex Event();

    [GeneratedRegex(@"Properties\[""EventId""\]\) == ""(\d+)""")]
    private static partial Regex AskedEvent();

    [GeneratedRegex(@"""(KSF-\d+)""")]
    private static partial Regex AskedNumber();

    [GeneratedRegex(@"(?:FileTrace\.Start|FileTrace\.StartForMany|StartActivity)\(""([a-z._]+)""")]
    private static partial Regex Span();

    [GeneratedRegex(@"^\| (\d{4})–(\d{4}) \|", RegexOptions.Multiline)]
    private static partial Regex DocumentedRange();

    [GeneratedRegex(@"^\| `(ksef\.[a-z._]+)` \| (?:s|calls|files|invoices|errors|warnings|findings|days) \|", RegexOptions.Multiline)]
    private static partial Regex DocumentedMetric();

    [GeneratedRegex(@"^\| `(ksef\.[a-z_]+)` \| (?!(?:s|calls|files|invoices|errors|warnings|findings|days) \|)", RegexOptions.Multiline)]
    private static partial Regex DocumentedSpan();

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
