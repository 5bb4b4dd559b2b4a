using System.Diagnostics;
using System.Globalization;
using Azure.Storage.Blobs;
using Benchmarks;
using KsefFunctions.Intake;
using KsefFunctions.Ledger;
using KsefSimulator;
using LocalHost.Durable;
using LocalHost.Hosting;
using Microsoft.Extensions.DependencyInjection;
using SampleInvoices;

// dotnet run -c Release --project tests/Benchmarks [single|thousand|package …]
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
    await using var app = await LocalApp.StartAsync(
        new LocalAppOptions { Simulator = new SimulatorOptions { ProcessingDelay = TimeSpan.Zero } }, CancellationToken.None);
    var storagePort = new Uri(new BlobServiceClient(app.StorageConnectionString).Uri.AbsoluteUri).Port;

    // One file first: what is measured is the way of a file, not the first use of the code.
    await DropAsync(app, [("warm-up.xml", new SampleInvoice { Number = "W/1" }.ToBytes())]);
    var (ksefBefore, storageBefore) = (app.Simulator!.Requests.Values.Sum(), calls.To(storagePort));
    var watch = Stopwatch.StartNew();
    var records = await DropAsync(app, scenario.Files);
    var seconds = watch.Elapsed.TotalSeconds;

    var engine = app.Services.GetRequiredService<DurableEngine>();
    long events = 0;
    foreach (var record in records)
    {
        events += (await engine.GetHistoryAsync(record.Id, CancellationToken.None)).Count;
    }

    Process.GetCurrentProcess().Refresh();
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"| {scenario.Name} | {seconds:F1} | {records.Sum(record => record.Invoices.Count(row => row.Outcome == InvoiceOutcome.Accepted))} | {app.Simulator.Requests.Values.Sum() - ksefBefore} | {calls.To(storagePort) - storageBefore} | {events} | {Process.GetCurrentProcess().PeakWorkingSet64 / 1_000_000} |"));
}

static async Task<IReadOnlyList<FileRecord>> DropAsync(LocalApp app, IReadOnlyList<(string Name, byte[] Content)> files)
{
    var inbox = app.Services.GetRequiredService<BlobServiceClient>().GetBlobContainerClient("inbox");
    await Parallel.ForEachAsync(files, async (file, token) =>
        await inbox.GetBlobClient($"{SampleNips.Seller}/{file.Name}").UploadAsync(BinaryData.FromBytes(file.Content), token));
    var ledger = app.Services.GetRequiredService<LedgerStore>();
    var open = files.Select(file => FileIdentity.Of(
        SampleNips.Seller, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(file.Content)))).ToHashSet();
    var settled = new List<FileRecord>();
    while (open.Count > 0)
    {
        string? continuation = null;
        do
        {
            var (page, next) = await ledger.ListAsync(1000, continuation, CancellationToken.None);
            foreach (var summary in page.Where(summary => summary.IsFinal && open.Remove(summary.Id)))
            {
                settled.Add(await ledger.GetByNameAsync(summary.LedgerName, CancellationToken.None));
            }

            continuation = next;
        }
        while (continuation is not null);
        await Task.Delay(TimeSpan.FromMilliseconds(files.Count > 1 ? 500 : 10));
    }

    return settled;
}
