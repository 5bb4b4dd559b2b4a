using System.Diagnostics;
using System.Security.Cryptography;
using KsefFunctions.Files;
using KsefFunctions.Ledger;
using KsefFunctions.Storage;
using KsefFunctions.Sweep;
using KsefSimulator.Settings;
using LocalHost.Hosting;
using SampleInvoices;

namespace Benchmarks.Flow;

/// <summary>Sends files through the deployable, on the real host with a simulator without delay.</summary>
internal static class FlowBenchmark
{
    // Leases, polls and looks at the inbox recur within seconds.
    private static readonly TimeSpan IdleTime = TimeSpan.FromSeconds(15);

    // Histories are still written when the last result is out.
    private static readonly TimeSpan TimeToSettle = TimeSpan.FromSeconds(5);

    // A sweep in the middle would be counted with the files, in one run and not in the next.
    private static readonly Dictionary<string, string> Settings = new() { [$"AzureWebJobs.{nameof(SweepTimer)}.Disabled"] = "true" };

    public static async Task<FlowFigures> RunAsync(Scenario scenario)
    {
        using var log = new StorageLog();
        using var refusals = new Refusals();
        var start = Now;
        await using var app = await LocalApp.StartAsync(
            new LocalAppOptions
            {
                Services = new LocalServicesOptions
                {
                    Simulator = new SimulatorOptions { ProcessingDelay = TimeSpan.Zero, RateLimits = scenario.Limits },
                    AppSettings = Settings,
                    StorageLogFile = log.Path,
                },
            },
            CancellationToken.None);
        await using var others = await OtherHosts.StartAsync(app, scenario.Hosts - 1);
        var firstTakenIn = await WarmUpAsync(app, log) - start;
        var idlePerSecond = await IdleRateAsync(log);

        var before = await SimulatorView.OfAsync(app.Services.Simulator!);
        var drop = Now;
        await DropAsync(app, scenario.Files, scenario.Apart);
        var requests = await log.TakeUntilAsync(request => request.WroteResult, scenario.Files.Count);
        var durations = scenario.Nips.Select(nip => requests.Last(request => request.WroteResultOf(nip)).At - drop).ToList();
        await Task.Delay(TimeToSettle);
        requests = [.. requests, .. log.Take()];
        var operations = requests.Count - (idlePerSecond * (Now - drop).TotalSeconds);
        var after = await SimulatorView.OfAsync(app.Services.Simulator!);
        return new FlowFigures
        {
            FirstTakenIn = firstTakenIn,
            Durations = durations,
            Accepted = await AcceptedAsync(app, scenario),
            Sent = after.Sent - before.Sent,
            KsefCalls = after.Calls - before.Calls,
            Refusals = refusals.Count,
            StorageOperations = (long)Math.Round(operations),
            BlobWrites = requests.Count(request => request.WroteInvoiceBlob),
            BlobReads = requests.Count(request => request.ReadInvoiceBlob),
            PeakMegabytes = PeakMegabytes(app),
        };
    }

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    // One file first: what is measured is the way of a file, not the first use of the code.
    private static async Task<DateTimeOffset> WarmUpAsync(LocalApp app, StorageLog log)
    {
        await DropAsync(app, [new Drop(SampleNips.Seller, "warm-up.xml", new SampleInvoice { Number = "W/1" }.ToBytes())], apart: TimeSpan.Zero);
        var requests = await log.TakeUntilAsync(request => request.WroteResult, 1);
        return requests.First(request => request.NotedDrop).At;
    }

    // The triggers, the engine and the events ask all the time, for messages, leases and news.
    private static async Task<double> IdleRateAsync(StorageLog log)
    {
        await Task.Delay(TimeToSettle);
        log.Take();
        var begin = Stopwatch.GetTimestamp();
        await Task.Delay(IdleTime);
        return log.Take().Count / Stopwatch.GetElapsedTime(begin).TotalSeconds;
    }

    private static async Task DropAsync(LocalApp app, IEnumerable<Drop> files, TimeSpan apart)
    {
        var inbox = app.Blobs.GetBlobContainerClient(ContainerNames.Inbox);
        await Parallel.ForEachAsync(files, new ParallelOptions { MaxDegreeOfParallelism = apart > TimeSpan.Zero ? 1 : -1 }, async (file, token) =>
        {
            await inbox.GetBlobClient(file.Path).UploadAsync(BinaryData.FromBytes(file.Content), token);
            await Task.Delay(apart, token);
        });
    }

    private static async Task<int> AcceptedAsync(LocalApp app, Scenario scenario)
    {
        var ledger = new LedgerStore(new InvoiceStorage(app.Blobs));
        var accepted = 0;
        foreach (var file in scenario.Files)
        {
            var id = FileIdentity.Of(file.Nip, Convert.ToHexStringLower(SHA256.HashData(file.Content)));
            accepted += (await ledger.FindAsync(id, CancellationToken.None))!.Invoices.Count(row => row.Outcome == InvoiceOutcome.Accepted);
        }

        return accepted;
    }

    private static long PeakMegabytes(LocalApp app)
    {
        using var worker = Process.GetProcessById(app.WorkerProcessId ?? throw new InvalidOperationException("The worker is gone."));
        return worker.PeakWorkingSet64 / 1_000_000;
    }
}
