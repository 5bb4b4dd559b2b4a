using System.Diagnostics;
using System.Globalization;
using Azure.Storage.Blobs;
using LocalHost.Azurite;

namespace LocalHost.Tests.Azurite;

public sealed class AzuriteProcessTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("azurite-tests-");

    public void Dispose() => _data.Delete(recursive: true);

    [Fact]
    public async Task StartAsync_StoppedAndStartedAgain_KeepsBlobsAndPort()
    {
        var options = new AzuriteOptions { DataDirectory = _data.FullName, AccountKey = Convert.ToBase64String(new byte[64]) };
        int port;
        await using (AzuriteProcess first = await AzuriteProcess.StartAsync(options, CancellationToken.None))
        {
            await UploadAsync(first, "kept");
            port = first.Port;
        }

        await using AzuriteProcess second = await AzuriteProcess.StartAsync(options with { PreferredPort = port }, CancellationToken.None);

        second.Port.ShouldBe(port);
        (await ReadAsync(second)).ShouldBe("kept");
    }

    [Fact]
    public async Task StartAsync_PreferredPortTaken_TakesAnother()
    {
        await using AzuriteProcess first = await AzuriteProcess.StartAsync(new AzuriteOptions(), CancellationToken.None);

        await using AzuriteProcess second = await AzuriteProcess.StartAsync(new AzuriteOptions { PreferredPort = first.Port }, CancellationToken.None);

        second.Port.ShouldNotBe(first.Port);
    }

    [Fact]
    public async Task StartAsync_KilledAfterAWrite_TheNextOneHasIt()
    {
        var options = new AzuriteOptions { DataDirectory = _data.FullName };
        await using AzuriteProcess first = await AzuriteProcess.StartAsync(options, CancellationToken.None);
        await UploadAsync(first, "kept");
        await WaitForSaveAsync();

        Process.GetProcessById(await PidAsync()).Kill();
        await Should.ThrowAsync<AzuriteException>(first.WatchAsync().WaitAsync(Patience));

        await using AzuriteProcess second = await AzuriteProcess.StartAsync(options, CancellationToken.None);
        (await ReadAsync(second)).ShouldBe("kept");
    }

    [Fact]
    public async Task StartAsync_AnotherStillRunsOnTheData_WaitsUntilItHasGone()
    {
        var options = new AzuriteOptions { DataDirectory = _data.FullName };
        AzuriteProcess first = await AzuriteProcess.StartAsync(options, CancellationToken.None);
        int pid = await PidAsync();
        Task<AzuriteProcess> starting = AzuriteProcess.StartAsync(options, CancellationToken.None);
        starting.IsCompleted.ShouldBeFalse();

        await first.DisposeAsync();

        await using AzuriteProcess second = await starting.WaitAsync(Patience);
        Should.Throw<ArgumentException>(() => Process.GetProcessById(pid));
    }

    private static async Task UploadAsync(AzuriteProcess azurite, string text)
    {
        BlobContainerClient container = new BlobServiceClient(azurite.ConnectionString).GetBlobContainerClient("things");
        await container.CreateAsync();
        await container.UploadBlobAsync("thing", BinaryData.FromString(text));
    }

    private static async Task<string> ReadAsync(AzuriteProcess azurite)
    {
        BlobClient blob = new BlobServiceClient(azurite.ConnectionString).GetBlobContainerClient("things").GetBlobClient("thing");
        return (await blob.DownloadContentAsync()).Value.Content.ToString();
    }

    private async Task<int> PidAsync() =>
        int.Parse(await File.ReadAllTextAsync(Path.Combine(_data.FullName, "azurite.pid")), CultureInfo.InvariantCulture);

    private async Task WaitForSaveAsync()
    {
        string index = Path.Combine(_data.FullName, "__azurite_db_blob__.json");
        var waited = Stopwatch.StartNew();
        while (!File.Exists(index) || !(await File.ReadAllTextAsync(index)).Contains("\"thing\"", StringComparison.Ordinal))
        {
            waited.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(2), "Azurite's own interval is five seconds");
            await Task.Delay(20);
        }
    }
}
