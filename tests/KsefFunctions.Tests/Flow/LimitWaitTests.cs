using System.Text.Json;
using Ksef.Client;
using KsefFunctions.Budget;
using KsefFunctions.Files;
using KsefFunctions.Settings;
using KsefFunctions.Tests.Ledger;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SampleInvoices;

namespace KsefFunctions.Tests.Flow;

/// <summary>A file that KSeF's limit holds back says so, and until when.</summary>
public sealed class LimitWaitTests
{
    [Fact]
    public async Task Drop_KsefDemandsALongWait_FileAndListSayUntilWhen()
    {
        await using var app = await RunningApp.StartAsync("429-long");
        var content = RunningApp.Invoice().ToBytes();
        var before = TimeProvider.System.GetUtcNow();

        await app.DropAsync("1111111111/held.xml", content);
        await RunningApp.EventuallyAsync(async () => (await app.ConsignmentsAsync()).Any(consignment => consignment.WaitsUntil is not null), () => "its consignment waits");
        var after = TimeProvider.System.GetUtcNow();

        WaitsUntil(await app.JsonAsync($"files/{RunningApp.IdOf(content)}"), file => file.GetProperty("summary")).ShouldBeInRange(before.AddSeconds(2680), after.AddSeconds(2680));
        WaitsUntil(await app.JsonAsync("files"), list => list.GetProperty("files")[0]).ShouldBeInRange(before.AddSeconds(2680), after.AddSeconds(2680));
    }

    [Fact]
    public void Summary_OfANextAttempt_WaitsForNothing() =>
        FileSummary.Of((AnyFile.Record with { WaitsUntil = DateTimeOffset.MaxValue }).NextAttempt(DateTimeOffset.UnixEpoch)).WaitsUntil.ShouldBeNull();

    [Fact]
    public async Task Drop_MoreSessionsAtOnceThanASecondAllows_AllPassAndKsefRefusesNoCall()
    {
        await using var app = await RunningApp.StartUnderLimitsAsync();

        var records = await Task.WhenAll(Enumerable.Range(0, 12).Select(number => app.SettleAsync($"at once {number}.xml", RunningApp.Invoice().ToBytes())));

        records.ShouldAllBe(record => record.Outcome == FileOutcome.Accepted);
        app.Log.Lines.ShouldNotContain(line => line.Contains("KSeF's limit is reached"));
    }

    [Fact]
    public async Task Drop_AnotherInstanceWasTurnedAway_WaitsAsLongAndKsefIsNotAsked()
    {
        await using var app = await RunningApp.StartAsync();
        var other = new SharedCallBudget(app.Services.GetRequiredService<BudgetStore>(), app.Services.GetRequiredService<IOptions<KsefFunctionsOptions>>(), TimeProvider.System, NullLogger<SharedCallBudget>.Instance);
        foreach (var operation in new[] { SessionOperation.OpenOnline, SessionOperation.OpenBatch })
        {
            await other.BlockAsync(ContextIdentifier.Nip(SampleNips.Seller), operation, TimeSpan.FromSeconds(2680), CancellationToken.None);
        }

        await app.DropAsync($"{SampleNips.Seller}/held.xml", RunningApp.Invoice().ToBytes());
        await RunningApp.EventuallyAsync(
            async () => (await app.JsonAsync("files")).GetProperty("files")[0].TryGetProperty("waitsUntil", out _), () => "the file waits");

        WaitsUntil(await app.JsonAsync("files"), list => list.GetProperty("files")[0]).ShouldBeGreaterThan(TimeProvider.System.GetUtcNow().AddSeconds(2600));
        (app.SimulatorCalls("OnlineSessionOpen"), app.SimulatorCalls("BatchSessionOpen")).ShouldBe((0, 0));
        app.Log.Lines.ShouldNotContain(line => line.Contains("KSeF's limit is reached"));
    }

    [Fact]
    public async Task Drop_OnlineSessionsAreUsedUp_GoesByBatch()
    {
        await using var app = await RunningApp.StartAsync();
        await app.Services.GetRequiredService<ICallBudget>().BlockAsync(
            ContextIdentifier.Nip(SampleNips.Seller), SessionOperation.OpenOnline, TimeSpan.FromSeconds(2680), CancellationToken.None);

        var record = await app.SettleAsync("by batch.xml", RunningApp.Invoice().ToBytes());

        record.Outcome.ShouldBe(FileOutcome.Accepted);
        record.Sessions.ShouldHaveSingleItem().Kind.ShouldBe(SessionKind.Batch);
    }

    private static DateTimeOffset WaitsUntil(JsonElement answer, Func<JsonElement, JsonElement> file) => file(answer).GetProperty("waitsUntil").GetDateTimeOffset();
}
