using System.Diagnostics;
using KsefSimulator.Settings;
using LocalHost.Azurite;
using Xunit.Abstractions;

namespace KsefFunctions.Tests.Survival;

/// <summary>Storage is away for the app, while files are dropped all the same: none becomes a dead letter.</summary>
[Collection(SurvivalTests.Name)]
public sealed class StorageAwayTests(ITestOutputHelper output) : IAsyncLifetime
{
    private static readonly TimeSpan Away = TimeSpan.FromSeconds(30);

    private readonly List<Wire> _wires = [];

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var wire in _wires)
        {
            await wire.DisposeAsync();
        }
    }

    [Fact]
    public async Task Drop_StorageIsAwayForHalfAMinute_EveryFileGoesThroughAndNoneIsADeadLetter()
    {
        await using var app = await AttachedHost.StartAsync(
            new SimulatorOptions { ProcessingDelay = TimeSpan.Zero },
            settings: services => new Dictionary<string, string>
            {
                ["AzureWebJobsStorage"] = Through(services.Azurite.RuntimeConnectionString, services.Azurite.Ports),
                ["InvoiceStorage"] = Through(services.Azurite.InvoicesConnectionString, services.Azurite.Ports),
            });
        var traffic = new Traffic(app);
        await traffic.DropSinglesAsync(20);
        await traffic.InFlightAsync(5);

        var away = Stopwatch.StartNew();
        _wires.ForEach(wire => wire.Cut());
        await traffic.DropSinglesAsync(20);
        await AppUnderTest.EventuallyAsync(() => Task.FromResult(away.Elapsed >= Away), () => "storage has been away for long enough");
        _wires.ForEach(wire => wire.Mend());
        var back = Stopwatch.StartNew();
        await traffic.SettledAsync(TimeSpan.FromSeconds(240));
        output.WriteLine($"{traffic.Count} files were through {back.Elapsed.TotalSeconds:F0} s after storage was back.");

        await traffic.ShouldBeAcceptedOnceAsync();
        await traffic.LedgerShouldBeFinalAsync();
        (await app.DeadLettersAsync()).ShouldBeEmpty();
        (await app.WaitingLettersAsync()).ShouldBeEmpty();
    }

    private string Through(string connectionString, AzuritePorts ports)
    {
        foreach (var port in new[] { ports.Blob, ports.Queue, ports.Table })
        {
            var wire = Wire.To(port);
            _wires.Add(wire);
            connectionString = connectionString.Replace($"127.0.0.1:{port}/", $"127.0.0.1:{wire.Port}/", StringComparison.Ordinal);
        }

        return connectionString;
    }
}
