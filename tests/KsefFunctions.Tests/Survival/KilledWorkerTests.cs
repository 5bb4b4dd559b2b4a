using System.Diagnostics;

namespace KsefFunctions.Tests.Survival;

/// <summary>The worker alone ends by SIGKILL: the host starts it again, and what it had in hand is run again.</summary>
[Collection(SurvivalTests.Name)]
public sealed class KilledWorkerTests
{
    [Fact]
    public async Task Kill_WorkerWithFilesInFlight_EachIsAcceptedOnceAndNoFailureIsRecorded()
    {
        await using var app = await HostedApp.StartAsync();
        var traffic = new Traffic(app);
        await Task.WhenAll(traffic.DropSinglesAsync(25), traffic.DropPackagesAsync(5));
        await traffic.InFlightAsync(15);
        var first = app.App.WorkerProcessId.ShouldNotBeNull();

        Process.GetProcessById(first).Kill();
        await traffic.SettledAsync(TimeSpan.FromSeconds(90));

        app.App.WorkerProcessId.ShouldNotBeNull().ShouldNotBe(first);
        await traffic.ShouldBeAcceptedOnceAsync();
        await traffic.LedgerShouldBeFinalAsync();
        (await new TaskHub(app.App.Services.Azurite).FailuresAsync()).ShouldBeEmpty();
        (await app.DeadLettersAsync()).ShouldBeEmpty();
    }
}
