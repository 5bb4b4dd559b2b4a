using KsefFunctions.Files;
using KsefFunctions.Settings;
using KsefSimulator.Settings;

namespace KsefFunctions.Tests.Survival;

/// <summary>A deploy while files are on their way: they start on one build of the app and end on the next.</summary>
[Collection(SurvivalTests.Name)]
public sealed class DeployTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Deploy_FilesWaitForKsefAndForAPerson_EndOnTheNextBuildAcceptedOnce(bool isOrderly)
    {
        using var next = new NextBuild();
        await using var app = await AttachedHost.StartAsync(
            new SimulatorOptions { ProcessingDelay = TimeSpan.Zero, Faults = ["stuck-150:count=all"] },
            FlowMode.Approval,
            _ => new Dictionary<string, string> { ["KsefFunctions__FirstPoll"] = "00:00:04", ["KsefFunctions__LongestPoll"] = "00:00:04" });
        var hub = new TaskHub(app.Services.Azurite);
        var traffic = new Traffic(app);
        await Task.WhenAll(traffic.DropSinglesAsync(4), traffic.DropPackagesAsync(2));
        await traffic.ReachedAsync(FileOutcome.AwaitingApproval);
        var before = traffic.Ids;
        await ApproveAsync(app, before.Take(3));
        foreach (var id in before.Take(3))
        {
            await AppUnderTest.EventuallyAsync(
                async () => (await app.JsonAsync($"files/{id}")).GetProperty("summary").GetProperty("outcome").GetString() == nameof(FileOutcome.Processing), () => $"KSeF works on {id}");
        }

        await (isOrderly ? app.StopHostAsync() : app.KillHostAsync());
        await app.StartHostAsync(next.AppDirectory);
        await ApproveAsync(app, before.Skip(3));
        app.Simulator.Faults.Clear();
        app.Simulator.Clock.Advance(TimeSpan.FromHours(13));
        await traffic.DropSinglesAsync(1);
        var after = traffic.Ids.Except(before).Single();
        await app.ReachedAsync(after, FileOutcome.AwaitingApproval);
        await ApproveAsync(app, [after]);
        await traffic.SettledAsync(TimeSpan.FromSeconds(90));

        await traffic.ShouldBeAcceptedOnceAsync();
        await traffic.LedgerShouldBeFinalAsync();
        foreach (var id in before)
        {
            (await hub.VersionOfAsync(id)).ShouldBe("1.0");
        }

        (await hub.VersionOfAsync(after)).ShouldBe(NextBuild.OrchestrationVersion);
        (await hub.FailuresAsync()).ShouldBeEmpty();
        (await app.DeadLettersAsync()).ShouldBeEmpty();
    }

    private static async Task ApproveAsync(AttachedHost app, IEnumerable<string> ids)
    {
        foreach (var id in ids)
        {
            (await app.PostAsync($"files/{id}/approve", new { by = "Księgowość" })).EnsureSuccessStatusCode();
        }
    }
}
