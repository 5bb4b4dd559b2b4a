using System.Collections.Concurrent;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using Ksef.Client;
using KsefFunctions.Budget;
using KsefFunctions.Settings;
using KsefFunctions.Storage;
using LocalHost.Azurite;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace KsefFunctions.Tests.Budget;

/// <summary>A storage of its own, with as many instances of the app's budget on it as a test wants.</summary>
public sealed class BudgetInstances : IAsyncLifetime
{
    private static int _companies;
    private AzuriteProcess _azurite = null!;

    /// <summary>A company that no other test uses.</summary>
    public static ContextIdentifier NextCompany() => ContextIdentifier.Nip($"{Interlocked.Increment(ref _companies):D10}");

    /// <summary>An instance that knows nothing yet.</summary>
    internal (SharedCallBudget Budget, BudgetStore Store) Start(SetTime time, StorageCalls? calls = null, Action<KsefFunctionsOptions>? configure = null)
    {
        var clients = new BlobClientOptions { Retry = { MaxRetries = 0 } };
        if (calls is not null)
        {
            clients.AddPolicy(calls, HttpPipelinePosition.PerCall);
        }

        var settings = new KsefFunctionsOptions();
        configure?.Invoke(settings);
        var options = Options.Create(settings);
        var store = new BudgetStore(
            new InvoiceStorage(new BlobServiceClient(_azurite.InvoicesConnectionString, clients)), options, time, NullLogger<BudgetStore>.Instance);
        return (new SharedCallBudget(store, options, time, NullLogger<SharedCallBudget>.Instance), store);
    }

    /// <summary>Writes what is no budget over one.</summary>
    public async Task SpoilAsync(ContextIdentifier company) =>
        await Container.GetBlobClient($"budget/simulator/{company.Value}.json").UploadAsync(BinaryData.FromString("{\"groups\":{\"other\":{\"calls\":[1]}}}"), overwrite: true);

    public async Task InitializeAsync()
    {
        _azurite = await AzuriteProcess.StartAsync(new AzuriteOptions(), CancellationToken.None);
        await Container.CreateAsync();
    }

    public async Task DisposeAsync() => await _azurite.DisposeAsync();

    private BlobContainerClient Container => new(_azurite.InvoicesConnectionString, ContainerNames.Status);
}

/// <summary>A clock that a test sets. Timers are real.</summary>
internal sealed class SetTime : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2026, 2, 3, 9, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}

/// <summary>Counts calls of storage by method, and breaks them where a test says so.</summary>
internal sealed class StorageCalls : HttpPipelinePolicy
{
    private readonly ConcurrentQueue<string> _made = new();

    public IReadOnlyCollection<string> Made => _made;

    public bool AreBroken { get; set; }

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        _made.Enqueue(message.Request.Method.Method);
        if (AreBroken)
        {
            throw new IOException("The connection broke.");
        }

        await ProcessNextAsync(message, pipeline);
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();
}
