using Azure.Storage.Blobs;
using LocalHost.Azurite;

namespace LocalHost.Tests.Azurite;

/// <summary>One Azurite, in memory, for all tests of this assembly that ask for it; each takes containers of its own.</summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    private AzuriteProcess? _process;
    private int _containers;

    public BlobServiceClient Blobs => new(Process.InvoicesConnectionString);

    public AzuriteProcess Process => _process ?? throw new InvalidOperationException("Azurite has not been started.");

    public async Task InitializeAsync() => _process = await AzuriteProcess.StartAsync(new AzuriteOptions(), CancellationToken.None);

    public async Task DisposeAsync() => await Process.DisposeAsync();

    /// <summary>A container that no other test uses.</summary>
    public async Task<BlobContainerClient> NewContainerAsync()
    {
        BlobContainerClient container = Blobs.GetBlobContainerClient($"test-{Interlocked.Increment(ref _containers)}");
        await container.CreateAsync();
        return container;
    }
}
