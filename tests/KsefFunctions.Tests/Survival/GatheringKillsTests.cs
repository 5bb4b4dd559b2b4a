using System.Diagnostics;
using System.Globalization;
using Azure.Storage.Queues;
using KsefFunctions.Files;
using KsefSimulator.Settings;
using SampleInvoices;
using Xunit.Abstractions;

namespace KsefFunctions.Tests.Survival;

/// <summary>Host and worker end by SIGKILL again and again, while files of two companies come in, are gathered, packed, sent, polled and settled.</summary>
[Collection(SurvivalTests.Name)]
public sealed class GatheringKillsTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Files = 300;

    // Thirty by KSEF_KILLS=30, which takes some minutes more.
    private static readonly int Kills = int.TryParse(Environment.GetEnvironmentVariable("KSEF_KILLS"), CultureInfo.InvariantCulture, out var asked) ? asked : 6;

    // A host gives up on a worker that ends three times within a minute.
    private const int MostKillsOfAWorker = 2;

    private const string Waiting = "Waiting";

    private static readonly string[] Companies = [SampleNips.Seller, SampleNips.Farmer];

    // How far something must have come in a life before it is ended.
    private static readonly string[] Stages = [Waiting, nameof(ConsignmentState.Sending), nameof(ConsignmentState.Processing), nameof(ConsignmentState.Closed)];

    // Where the machine is busy, a life ends before anything has come so far; only what no life has seen yet is worth more time.
    private static readonly TimeSpan LongestLife = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan LongestForTheFirst = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan LongestDelay = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    // A run that was killed in a step that must not meet itself is believed to live for a minute, and one of a successor may be next.
    private static readonly TimeSpan ComesToRestWithin = TimeSpan.FromSeconds(150);

    private static readonly Dictionary<string, string> Settings = new()
    {
        ["KsefFunctions__FirstRetry"] = "00:00:00.5",
        ["KsefFunctions__LongestRetry"] = "00:00:02",
        ["KsefFunctions__LongestPoll"] = "00:00:01",
        ["KsefFunctions__NextSessionAfter"] = "00:00:00.5",
        ["KsefFunctions__Gather__QuietFor"] = "00:00:00.3",

        // Those that wait until a killed run is taken for dead keep no others from being gathered.
        ["KsefFunctions__Gather__SessionsAtOnce"] = "10",
    };

    private QueueRelay _queues = null!;
    private AttachedHost _app = null!;

    public async Task InitializeAsync() => _app = await AttachedHost.StartAsync(
        new SimulatorOptions { ProcessingDelay = TimeSpan.FromMilliseconds(500) },
        settings: services =>
        {
            var port = services.Azurite.Ports.Queue;
            _queues = QueueRelay.To(port);
            return new Dictionary<string, string>(Settings)
            {
                ["AzureWebJobsStorage"] = services.Azurite.RuntimeConnectionString.Replace($"127.0.0.1:{port}/", $"127.0.0.1:{_queues.Port}/", StringComparison.Ordinal),
            };
        });

    public async Task DisposeAsync()
    {
        await _app.DisposeAsync();
        await _queues.DisposeAsync();
    }

    [Theory]
    [InlineData(20260201)]
    public async Task Kill_HostAndWorkerAtRandomWhileFilesAreGathered_EachInvoiceGoesOnceAndNothingIsLeft(int seed)
    {
        var traffic = new Traffic(_app);

        var watch = Stopwatch.StartNew();
        var seen = await KillAsync(traffic, new Random(seed));
        output.WriteLine($"{Kills} kills took {watch.Elapsed.TotalSeconds:F0} s. Lives that saw something {string.Join(", ", seen.CountBy(stage => stage).Select(lives => $"{lives.Key}: {lives.Value}"))}.");
        watch.Restart();
        await traffic.SettledAsync(ComesToRestWithin);
        IReadOnlyList<string> left = [];
        await AppUnderTest.EventuallyAsync(async () => (left = await LeftAsync()).Count == 0, () => $"nothing is left of {string.Join(", ", left)}");
        output.WriteLine($"{traffic.Count} files came to rest {watch.Elapsed.TotalSeconds:F0} s after the last kill.");

        await traffic.ShouldBeAcceptedOnceAsync();
        await traffic.LedgerShouldBeFinalAsync();
        (await _app.DeadLettersAsync()).ShouldBeEmpty();
        (await _app.ConsignmentsAsync()).Where(consignment => consignment.State == ConsignmentState.Stopped).ShouldBeEmpty();
        Stages.Except(seen).ShouldBeEmpty();
    }

    /// <returns>What had been reached in each life when it was ended.</returns>
    private async Task<IReadOnlyList<string>> KillAsync(Traffic traffic, Random random)
    {
        var seen = new List<string>();
        for (var (kill, ofThisHost) = (1, 0); kill <= Kills; kill++)
        {
            var before = await StandAsync();
            await DropAsync(traffic, PortionOf(Files - traffic.Count, Kills - kill, random), random);
            var until = kill <= Stages.Length ? Stages[kill - 1] : Stages[random.Next(Stages.Length)];
            seen.AddRange(await LiveAsync(before, until, seen.Contains(until) ? LongestLife : LongestForTheFirst));
            await Task.Delay(LongestDelay * random.NextDouble());
            var isOfWorker = random.Next(3) > 0;
            if (isOfWorker && ofThisHost < MostKillsOfAWorker && kill < Kills)
            {
                _app.KillWorker();
                ofThisHost++;
                continue;
            }

            await _app.KillHostAsync();
            await _queues.GiveBackAsync(new QueueServiceClient(_app.Services.Azurite.RuntimeConnectionString));
            await _app.StartHostAsync();
            ofThisHost = 0;
        }

        return seen;
    }

    private static int PortionOf(int left, int killsToCome, Random random) =>
        killsToCome == 0 ? left : random.Next(1, Math.Min(2 * left / (killsToCome + 1), left - killsToCome) + 1);

    private static async Task DropAsync(Traffic traffic, int count, Random random)
    {
        var ofTheFirst = random.Next(count + 1);
        await Task.WhenAll(traffic.DropSinglesAsync(ofTheFirst, Companies[0]), traffic.DropSinglesAsync(count - ofTheFirst, Companies[1]));
    }

    private async Task<IReadOnlyList<string>> LiveAsync(IReadOnlyList<(string Name, string Stage)> before, string until, TimeSpan longest)
    {
        var life = Stopwatch.StartNew();
        HashSet<string> seen = [];
        do
        {
            await Task.Delay(Pause);
            seen.UnionWith((await StandAsync()).Except(before).Select(stand => stand.Stage));
        }
        while (!seen.Contains(until) && life.Elapsed < longest);

        return [.. seen];
    }

    private async Task<IReadOnlyList<(string Name, string Stage)>> StandAsync() =>
    [
        .. (await _app.ConsignmentsAsync()).Select(consignment => (consignment.Id, $"{consignment.State}")),
        .. (await _app.NamesAsync("status", "waiting/")).Select(name => (name, Waiting)),
    ];

    private async Task<IReadOnlyList<string>> LeftAsync() =>
    [
        .. await _app.NamesAsync("status", "waiting/"),
        .. await _app.NamesAsync("status", "open-consignments/"),
        .. (await _app.NamesAsync("work")).Select(name => $"work/{name}"),
    ];
}
