using System.Diagnostics;
using KsefSimulator.Invoices;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace KsefFunctions.Tests.Survival;

/// <summary>Many files at once wait in queues for longer than any step takes: what waits must not be taken for lost and be done twice.</summary>
[Collection(SurvivalTests.Name)]
public sealed class BurstTests(ITestOutputHelper output)
{
    private const int Files = 200;

    [Fact]
    public async Task Drop_TwoHundredFilesAtOnce_EachIsAcceptedOnceAndNothingFails()
    {
        await using var app = await HostedApp.StartAsync();
        var traffic = new Traffic(app);

        var watch = Stopwatch.StartNew();
        await traffic.DropSinglesAsync(Files);
        await traffic.SettledAsync(TimeSpan.FromSeconds(150));
        output.WriteLine($"{Files} files were through in {watch.Elapsed.TotalSeconds:F0} s.");

        await traffic.ShouldBeAcceptedOnceAsync();
        await traffic.LedgerShouldBeFinalAsync();
        app.Simulator.Services.GetRequiredService<InvoiceLedger>().Count.ShouldBe(Files);
        (await new TaskHub(app.App.Services.Azurite).FailuresAsync()).ShouldBeEmpty();
        app.Log.Lines.Where(line => line.StartsWith("Error", StringComparison.Ordinal) || line.StartsWith("Critical", StringComparison.Ordinal)).ShouldBeEmpty();
    }
}
