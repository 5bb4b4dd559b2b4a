using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Azure.Core;
using Azure.Storage.Blobs;
using Ksef.Client;
using KsefFunctions.Budget;
using KsefFunctions.Errors;
using KsefFunctions.Files;
using KsefFunctions.Settings;
using KsefFunctions.Storage;
using KsefFunctions.Sweep;
using KsefFunctions.Watch;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging.Abstractions;
using SampleInvoices;

namespace KsefFunctions.Tests.Health;

public sealed class HealthTests
{
    private static readonly DateTimeOffset Noon = new(2026, 2, 3, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Get_AllIsWell_AnswersHealthyWithoutAKey()
    {
        await using var app = await RunningApp.StartAsync();

        var (status, health, _) = await AskUntilHealthyAsync(app);

        status.ShouldBe(HttpStatusCode.OK);
        health.GetProperty("status").GetString().ShouldBe("Healthy");
        health.GetProperty("checks").EnumerateArray().Select(check => check.GetProperty("name").GetString()).ShouldBe(["certificates", "index", "ksef", "limits", "storage", "sweep"]);
    }

    [Fact]
    public async Task Get_KsefIsAway_IsDegradedBecauseFilesWait()
    {
        var nobody = KsefEnvironment.Simulator(new Uri("http://127.0.0.1:1/v2/"));
        await using var app = await RunningApp.StartAsync(
            FlowMode.Automatic, services => services.Configure<KsefClientOptions>(client => client.Environment = nobody));

        var (status, health, _) = await AskAsync(app);

        status.ShouldBe(HttpStatusCode.OK);
        health.GetProperty("status").GetString().ShouldBe("Degraded");
        ProblemsOf(health, "ksef").ShouldBe([$"{KsefErrors.Unavailable.Code}=1"]);
        ProblemsOf(health, "storage").ShouldBeEmpty();
    }

    [Fact]
    public async Task Get_FilesAreStuck_SaysHowManyAndNothingOfThem()
    {
        await using var app = await RunningApp.StartAsync(
            FlowMode.Automatic, services => services.Configure<KsefFunctionsOptions>(options => options.UnnoticedAfter = TimeSpan.Zero), "stuck-150");
        var content = RunningApp.Invoice().ToBytes();
        await app.DropAsync($"{SampleNips.Seller}/tajne.xml", content);
        await app.ReachedAsync(RunningApp.IdOf(content), FileOutcome.Processing);
        await app.Durable.PurgeInstanceAsync(RunningApp.IdOf(content), CancellationToken.None);
        await app.RunTimerAsync(nameof(SweepTimer));

        var (status, health, text) = await AskAsync(app);

        status.ShouldBe(HttpStatusCode.OK);
        health.GetProperty("status").GetString().ShouldBe("Degraded");
        ProblemsOf(health, "sweep").ShouldBe([$"{WatchErrors.NoOrchestration.Code}=1"]);
        text.ShouldNotContain(SampleNips.Seller);
        text.ShouldNotContain("tajne");
        text.ShouldNotContain("127.0.0.1");
    }

    [Fact]
    public async Task Get_HourIsNearlyUsedUp_SaysHowOftenAndTheWatchSaysWhose()
    {
        await using var app = await RunningApp.StartAsync();
        await UseAsync(app, SampleNips.Seller, calls: 145);
        await UseAsync(app, "9876543210", calls: 144);

        var (_, health, text) = await AskUntilHealthyAsync(app);
        var watch = await app.Http.GetFromJsonAsync<JsonElement>("watch");

        ProblemsOf(health, "limits").ShouldBe([$"{WatchErrors.LimitNear.Code}=1"]);
        text.ShouldNotContain(SampleNips.Seller);
        var limits = watch.GetProperty("reports").EnumerateArray().Single(report => report.GetProperty("name").GetString() == WatchNames.Limits);
        var finding = limits.GetProperty("findings").EnumerateArray().ShouldHaveSingleItem();
        finding.GetProperty("contextNip").GetString().ShouldBe(SampleNips.Seller);
        finding.GetProperty("message").GetString().ShouldStartWith("145 of 180 calls of the group invoiceSend");
    }

    [Fact]
    public async Task Limits_UsedUpAnHourAgo_AreNotToldAnyMore()
    {
        await using var app = await RunningApp.StartAsync();
        await UseAsync(app, SampleNips.Seller, calls: 145);
        var store = app.Services.GetRequiredService<BudgetStore>();

        (await new LimitFindings(store, new Stopped(TimeProvider.System.GetUtcNow())).LookAsync(CancellationToken.None)).Total.ShouldBe(1);
        (await new LimitFindings(store, new Stopped(TimeProvider.System.GetUtcNow().AddHours(1))).LookAsync(CancellationToken.None)).Total.ShouldBe(0);
    }

    [Fact]
    public async Task Storage_Unreachable_IsUnhealthy()
    {
        var nobody = new BlobClientOptions { Retry = { MaxRetries = 0, Mode = RetryMode.Fixed } };
        var storage = new InvoiceStorage(new BlobServiceClient(new Uri("http://127.0.0.1:1/devstoreaccount1"), nobody));
        var check = new global::KsefFunctions.Health.StorageCheck(storage, NullLogger<global::KsefFunctions.Health.StorageCheck>.Instance);

        var result = await check.CheckHealthAsync(new HealthCheckContext());

        result.Status.ShouldBe(HealthStatus.Unhealthy);
        result.Data.Keys.ShouldBe([TechnicalErrors.StorageAway.Code]);
    }

    [Theory]
    [InlineData(10, HealthStatus.Healthy)]
    [InlineData(36, HealthStatus.Degraded)]
    public async Task Watch_LastReportOfThatAge_IsOverdueAfterThreeTurns(int minutes, HealthStatus expected)
    {
        await using var app = await RunningApp.StartAsync();
        var reports = app.Services.GetRequiredService<WatchReports>();
        await reports.SaveAsync(WatchReport.Of(WatchNames.Sweep, Noon, []), CancellationToken.None);
        var check = new global::KsefFunctions.Health.WatchCheck(WatchNames.Sweep, TimeSpan.FromMinutes(35), reports, new Stopped(Noon.AddMinutes(minutes)));

        (await check.CheckHealthAsync(new HealthCheckContext())).Status.ShouldBe(expected);
    }

    [Theory]
    [InlineData(WatchNames.Certificates, "KSF-4105", "KSF-4101")]
    [InlineData(WatchNames.Sweep, "KSF-4005", "KSF-4001")]
    public async Task Watch_OnlyWarnings_AreShownAndThePartIsHealthy(string name, string twice, string once)
    {
        await using var app = await RunningApp.StartAsync();
        await ReportAsync(app, name, twice, once, twice);

        var (status, health, _) = await AskUntilHealthyAsync(app);

        status.ShouldBe(HttpStatusCode.OK);
        health.GetProperty("status").GetString().ShouldBe("Healthy");
        ProblemsOf(health, name).ShouldBe([$"{twice}=2", $"{once}=1"]);
    }

    [Fact]
    public async Task Watch_ErrorsAndWarnings_AreShownTheErrorsFirstAndThePartIsDegraded()
    {
        await using var app = await RunningApp.StartAsync();
        await ReportAsync(app, WatchNames.Certificates, "KSF-4105", "KSF-4106");

        var (_, health, _) = await AskAsync(app);

        health.GetProperty("status").GetString().ShouldBe("Degraded");
        ProblemsOf(health, WatchNames.Certificates).ShouldBe(["KSF-4106=1", "KSF-4105=1"]);
    }

    [Fact]
    public async Task Watch_NeverLooked_IsOverdueOnlyWhenTheAppHasRunForLong()
    {
        await using var app = await RunningApp.StartAsync();
        var time = new Stopped(Noon);
        var check = new global::KsefFunctions.Health.WatchCheck(
            WatchNames.Sweep, TimeSpan.FromMinutes(35), app.Services.GetRequiredService<WatchReports>(), time);

        var young = await check.CheckHealthAsync(new HealthCheckContext());
        time.Now = Noon.AddMinutes(36);
        var old = await check.CheckHealthAsync(new HealthCheckContext());

        young.Status.ShouldBe(HealthStatus.Healthy);
        old.Data.Keys.ShouldBe([WatchErrors.Overdue.Code]);
    }

    private static async Task UseAsync(RunningApp app, string nip, int calls)
    {
        for (var call = 0; call < calls; call++)
        {
            await app.Services.GetRequiredService<ICallBudget>().ReserveAsync(ContextIdentifier.Nip(nip), SessionOperation.Send, CancellationToken.None);
        }
    }

    private static Task ReportAsync(RunningApp app, string name, params string[] codes) => app.Services.GetRequiredService<WatchReports>().SaveAsync(
        WatchReport.Of(name, TimeProvider.System.GetUtcNow(), codes.Select(code => WatchFinding.Of(ErrorCatalogue.Find(code)!, SampleNips.Seller, 3, "2026-12-31"))),
        CancellationToken.None);

    private static async Task<(HttpStatusCode Status, JsonElement Health, string Text)> AskAsync(RunningApp app)
    {
        using var anybody = new HttpClient();
        using var answer = await anybody.GetAsync(new Uri(app.Address, "/api/health"));
        var text = await answer.Content.ReadAsStringAsync();
        return (answer.StatusCode, JsonDocument.Parse(text).RootElement, text);
    }

    // A look that takes longer than its patience on a busy machine is not what is meant here; what it finds is kept for half a minute.
    private static async Task<(HttpStatusCode Status, JsonElement Health, string Text)> AskUntilHealthyAsync(RunningApp app)
    {
        (HttpStatusCode Status, JsonElement Health, string Text) last = default;
        await RunningApp.EventuallyAsync(
            async () => (last = await AskAsync(app)).Health.GetProperty("status").GetString() == "Healthy", () => $"it is healthy: {last.Text}");
        return last;
    }

    private static IEnumerable<string> ProblemsOf(JsonElement health, string name) =>
        health.GetProperty("checks").EnumerateArray().Single(check => check.GetProperty("name").GetString() == name)
            .GetProperty("problems").EnumerateObject().Select(problem => $"{problem.Name}={problem.Value}");

    private sealed class Stopped(DateTimeOffset now) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
