using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Azure.Storage.Blobs;
using Benchmarks;
using Benchmarks.Simulator;
using KsefFunctions.Intake;
using KsefFunctions.Ledger;
using KsefSimulator;
using LocalHost.Durable;
using LocalHost.Hosting;
using Microsoft.Extensions.DependencyInjection;
using SampleInvoices;

// dotnet run -c Release --project tests/Benchmarks [single|thousand|package …], or simulator for the simulator alone on one core
if (args is ["simulator"])
{
    await SimulatorLoad.RunAsync();
    return;
}

var chosen = args.Length > 0 ? args : ["single", "thousand", "package"];
Console.WriteLine("| dropped | seconds | accepted | KSeF calls | storage operations | history events | peak memory, MB |");
Console.WriteLine("|---|---|---|---|---|---|---|");
foreach (var name in chosen)
{
    var scenario = name switch
    {
        "single" => Scenario.Single,
        "thousand" => Scenario.Thousand,
        "package" => Scenario.Package,
        _ => throw new ArgumentException($"There is no scenario '{name}'."),
    };
    await RunAsync(scenario);
}

static async Task RunAsync(Scenario scenario)
{
    using var calls = new HttpCalls();
    using var finished = new FinishedFiles();
    await using var app = await LocalApp.StartAsync(
        new LocalAppOptions { Simulator = new SimulatorOptions { ProcessingDelay = TimeSpan.Zero } }, CancellationToken.None);
    var storagePort = new Uri(new BlobServiceClient(app.StorageConnectionString).Uri.AbsoluteUri).Port;

    // One file first: what is measured is the way of a file, not the first use of the code.
    await DropAsync(app, finished, [("warm-up.xml", new SampleInvoice { Number = "W/1" }.ToBytes())]);
    var (ksefBefore, storageBefore) = (app.Simulator!.Requests.Values.Sum(), calls.To(storagePort));
    var watch = Stopwatch.StartNew();
    await DropAsync(app, finished, scenario.Files);
    var seconds = watch.Elapsed.TotalSeconds;
    var (ksefCalls, storageOperations) = (app.Simulator.Requests.Values.Sum() - ksefBefore, calls.To(storagePort) - storageBefore);

    var engine = app.Services.GetRequiredService<DurableEngine>();
    long events = 0;
    long accepted = 0;
    foreach (var file in scenario.Files)
    {
        var record = await ReadAsync(app, file.Content);
        events += (await engine.GetHistoryAsync(record.Id, CancellationToken.None)).Count;
        accepted += record.Invoices.Count(row => row.Outcome == InvoiceOutcome.Accepted);
    }

    Process.GetCurrentProcess().Refresh();
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"| {scenario.Name} | {seconds:F1} | {accepted} | {ksefCalls} | {storageOperations} | {events} | {Process.GetCurrentProcess().PeakWorkingSet64 / 1_000_000} |"));
}

static async Task DropAsync(LocalApp app, FinishedFiles finished, IReadOnlyList<(string Name, byte[] Content)> files)
{
    var inbox = app.Services.GetRequiredService<BlobServiceClient>().GetBlobContainerClient("inbox");
    await Parallel.ForEachAsync(files, async (file, token) =>
        await inbox.GetBlobClient($"{SampleNips.Seller}/{file.Name}").UploadAsync(BinaryData.FromBytes(file.Content), token));
    await finished.WaitAsync(files.Count);
}

static async Task<FileRecord> ReadAsync(LocalApp app, byte[] content)
{
    var id = FileIdentity.Of(SampleNips.Seller, Convert.ToHexStringLower(SHA256.HashData(content)));
    return (await app.Services.GetRequiredService<LedgerStore>().FindAsync(id, CancellationToken.None))!;
}
