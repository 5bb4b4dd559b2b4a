using System.Diagnostics;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Azure.Messaging.ServiceBus;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using KsefFunctions.Api;
using KsefFunctions.DeadLetters;
using KsefFunctions.Dispatch;
using KsefFunctions.Files;
using KsefFunctions.Ledger;
using KsefFunctions.Storage;
using KsefFunctions.Watch;
using KsefSimulator;
using SampleInvoices;

namespace KsefFunctions.Tests.App;

/// <summary>The app from outside: its containers, its HTTP API, its dead letters, and the simulator that it talks to.</summary>
public abstract class AppUnderTest
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static int _numbers;

    /// <summary>The HTTP API, with the key.</summary>
    public abstract HttpClient Http { get; }

    public abstract SimulatorServer Simulator { get; }

    public abstract BlobServiceClient Blobs { get; }

    public LedgerStore Ledger => new(new InvoiceStorage(Blobs));

    public WatchReports Reports => new(new InvoiceStorage(Blobs));

    private PendingWork Pending => new(new ConsignmentStore(new InvoiceStorage(Blobs)), new CompanyQueue(new InvoiceStorage(Blobs), TimeProvider.System));

    /// <summary>Connection string of the Service Bus.</summary>
    public abstract string ServiceBus { get; }

    /// <summary>Runs a timer function now, to its end.</summary>
    public abstract Task RunTimerAsync(string function);

    /// <summary>Puts a file into the inbox as an ERP does, and has the app notice it.</summary>
    public abstract Task DropAsync(string path, byte[] content);

    /// <summary>A number that no other invoice of this run has.</summary>
    public static string NextNumber() => $"FV/T/{Interlocked.Increment(ref _numbers):D5}";

    /// <summary>A valid invoice with a number of its own.</summary>
    public static SampleInvoice Invoice() => new() { Number = NextNumber() };

    /// <summary>Id of what is dropped under a name.</summary>
    public static async Task<string> IdOfDropAsync(string path, byte[] content)
    {
        using var stream = new MemoryStream(content, writable: false);
        return FileIdentity.OfDrop(path, await DroppedContent.ReadAsync(stream, CancellationToken.None));
    }

    public static string IdOf(byte[] content, string nip = SampleNips.Seller) => FileIdentity.Of(nip, Convert.ToHexStringLower(SHA256.HashData(content)));

    /// <summary>Drops a file and waits until it is settled and its result is in the outbox.</summary>
    public async Task<FileRecord> SettleAsync(string name, byte[] content, string nip = SampleNips.Seller)
    {
        await DropAsync($"{nip}/{name}", content);
        return await SettledAsync(await IdOfDropAsync($"{nip}/{name}", content), $"{nip}/{name}");
    }

    /// <summary>Waits until a file is settled and its result is in the outbox.</summary>
    public async Task<FileRecord> SettledAsync(string id, string path, int attempt = 1)
    {
        await EventuallyAsync(
            async () => await Ledger.FindAsync(id, CancellationToken.None) is { IsFinal: true } record && record.Attempt >= attempt,
            () => $"{path} is settled");
        await EventuallyAsync(async () => await Container("outbox").GetBlobClient($"{path}.result.json").ExistsAsync(), () => $"{path} has a result");
        return (await Ledger.FindAsync(id, CancellationToken.None))!;
    }

    /// <summary>Waits until a file has reached an outcome.</summary>
    public Task ReachedAsync(string id, FileOutcome outcome) => EventuallyAsync(
        async () => await Ledger.FindAsync(id, CancellationToken.None) is { } record && (await Pending.OfAsync(record, CancellationToken.None)).Outcome == outcome,
        () => $"{id} is {outcome}");

    /// <summary>All consignments in the ledger.</summary>
    public async Task<IReadOnlyList<ConsignmentRecord>> ConsignmentsAsync()
    {
        var store = new ConsignmentStore(new InvoiceStorage(Blobs));
        var records = new List<ConsignmentRecord>();
        foreach (var name in (await NamesAsync("status", "consignments/")).Where(name => !name.EndsWith(".members.json", StringComparison.Ordinal)))
        {
            records.Add((await store.ReadAsync(name, CancellationToken.None)).Record);
        }

        return records;
    }

    /// <summary>What the API answers.</summary>
    public async Task<JsonElement> JsonAsync(string route) => await Http.GetFromJsonAsync<JsonElement>(new Uri(route, UriKind.Relative));

    /// <summary>The result file of an inbox name.</summary>
    public async Task<JsonElement> ResultAsync(string path)
    {
        var content = await Container("outbox").GetBlobClient($"{path}.result.json").DownloadContentAsync();
        return JsonDocument.Parse(content.Value.Content.ToMemory()).RootElement;
    }

    public async Task<string?> OutboxTextAsync(string name)
    {
        var blob = Container("outbox").GetBlobClient(name);
        return await blob.ExistsAsync() ? (await blob.DownloadContentAsync()).Value.Content.ToString() : null;
    }

    /// <summary>Names in a container, or in a folder of it.</summary>
    public async Task<IReadOnlyList<string>> NamesAsync(string container, string? folder = null)
    {
        var names = new List<string>();
        await foreach (var blob in Container(container).GetBlobsAsync(new GetBlobsOptions { Prefix = folder }))
        {
            names.Add(blob.Name);
        }

        return names;
    }

    /// <summary>How often an endpoint of the simulator was called.</summary>
    public long SimulatorCalls(string endpoint) => Simulator.Requests.GetValueOrDefault(endpoint);

    /// <summary>What lies in the dead-letter queue.</summary>
    public async Task<IReadOnlyList<ServiceBusReceivedMessage>> DeadLettersAsync()
    {
        await using var client = new ServiceBusClient(ServiceBus);
        await using var receiver = client.CreateReceiver(PoisonQueue.Name, new ServiceBusReceiverOptions { SubQueue = SubQueue.DeadLetter });
        return await receiver.PeekMessagesAsync(maxMessages: 100);
    }

    /// <summary>What lies in the queue of dead letters and has not been dead-lettered.</summary>
    public async Task<IReadOnlyList<ServiceBusReceivedMessage>> WaitingLettersAsync()
    {
        await using var client = new ServiceBusClient(ServiceBus);
        await using var receiver = client.CreateReceiver(PoisonQueue.Name);
        return await receiver.PeekMessagesAsync(maxMessages: 100);
    }

    public Task<HttpResponseMessage> PostAsync(string route, object body) => Http.PostAsJsonAsync(route, body);

    public BlobContainerClient Container(string name) => Blobs.GetBlobContainerClient(name);

    /// <summary>Puts a file into the inbox; whether the app notices is another matter.</summary>
    protected async Task UploadToInboxAsync(string path, byte[] content) =>
        await Container("inbox").GetBlobClient(path).UploadAsync(BinaryData.FromBytes(content), overwrite: true);

    /// <param name="condition">What is waited for.</param>
    /// <param name="what">Says it, for the message of a test that waited in vain.</param>
    /// <param name="patience">A minute, unless it is given.</param>
    public static async Task EventuallyAsync(Func<Task<bool>> condition, Func<string> what, TimeSpan? patience = null)
    {
        var waited = Stopwatch.StartNew();
        while (!await condition())
        {
            waited.Elapsed.ShouldBeLessThan(patience ?? Patience, $"still waiting until {what()}");
            await Task.Delay(20);
        }
    }
}
