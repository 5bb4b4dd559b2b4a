using Ksef.Client;
using KsefFunctions.Budget;
using KsefFunctions.Files;
using KsefFunctions.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SampleInvoices;

namespace KsefFunctions.Tests.Flow;

/// <summary>A file that KSeF's limit holds back says so, and until when.</summary>
public sealed class LimitWaitTests
{
    [Fact]
    public async Task Drop_KsefDemandsALongWait_LedgerAndListSayUntilWhen()
    {
        await using var app = await RunningApp.StartAsync("429-long");
        var content = RunningApp.Invoice().ToBytes();
        var before = TimeProvider.System.GetUtcNow();

        await app.DropAsync("1111111111/held.xml", content);
        FileRecord? record = null;
        await RunningApp.EventuallyAsync(
            async () => (record = await app.Ledger.FindAsync(RunningApp.IdOf(content), CancellationToken.None)) is { WaitsUntil: not null }, () => "the file waits");

        record!.WaitsUntil!.Value.ShouldBeInRange(before.AddSeconds(2680), TimeProvider.System.GetUtcNow().AddSeconds(2680));
        record.IsFinal.ShouldBeFalse();
        FileSummary.Of(record).WaitsUntil.ShouldBe(record.WaitsUntil);
        FileSummary.Of(record.NextAttempt(before)).WaitsUntil.ShouldBeNull();
    }

    [Fact]
    public async Task Drop_MoreFilesAtOnceThanASecondAllows_AllPassAndKsefRefusesNoCall()
    {
        await using var app = await RunningApp.StartUnderLimitsAsync();

        var records = await Task.WhenAll(Enumerable.Range(0, 12).Select(number => app.SettleAsync($"at once {number}.xml", RunningApp.Invoice().ToBytes())));

        records.ShouldAllBe(record => record.Outcome == FileOutcome.Accepted);
        app.SimulatorCalls("OnlineSessionOpen").ShouldBe(12);
        app.Log.Lines.ShouldNotContain(line => line.Contains("KSeF's limit is reached"));
    }

    [Fact]
    public async Task Drop_AnotherInstanceWasTurnedAway_WaitsAsLongAndKsefIsNotAsked()
    {
        await using var app = await RunningApp.StartAsync();
        var other = new SharedCallBudget(app.Services.GetRequiredService<BudgetStore>(), app.Services.GetRequiredService<IOptions<KsefFunctionsOptions>>(), TimeProvider.System, NullLogger<SharedCallBudget>.Instance);
        await other.BlockAsync(ContextIdentifier.Nip(SampleNips.Seller), SessionOperation.OpenOnline, TimeSpan.FromSeconds(2680), CancellationToken.None);
        var content = RunningApp.Invoice().ToBytes();

        await app.DropAsync($"{SampleNips.Seller}/held.xml", content);
        FileRecord? record = null;
        await RunningApp.EventuallyAsync(
            async () => (record = await app.Ledger.FindAsync(RunningApp.IdOf(content), CancellationToken.None)) is { WaitsUntil: not null }, () => "the file waits");

        record!.WaitsUntil!.Value.ShouldBeGreaterThan(TimeProvider.System.GetUtcNow().AddSeconds(2600));
        app.SimulatorCalls("OnlineSessionOpen").ShouldBe(0);
        app.Log.Lines.ShouldNotContain(line => line.Contains("KSeF's limit is reached"));
    }
}
