using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs;
using LocalHost.Azurite;

namespace LocalHost.Tests.Azurite;

public sealed class AzuriteProcessTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("azurite-tests-");

    private AzuriteOptions Kept => new() { DataDirectory = _data.FullName, RuntimeKey = Key(1), InvoicesKey = Key(2) };

    public void Dispose() => _data.Delete(recursive: true);

    [Fact]
    public async Task StartAsync_StoppedAndStartedAgain_KeepsWhatBothAccountsHoldAndThePorts()
    {
        AzuritePorts ports;
        await using (AzuriteProcess first = await AzuriteProcess.StartAsync(Kept, CancellationToken.None))
        {
            await new StoredThings(first.RuntimeConnectionString).WriteAsync("of the runtime");
            await new StoredThings(first.InvoicesConnectionString).WriteAsync("of the invoices");
            ports = first.Ports;
        }

        await using AzuriteProcess second = await AzuriteProcess.StartAsync(Kept with { PreferredPorts = ports }, CancellationToken.None);

        second.Ports.ShouldBe(ports);
        await new StoredThings(second.RuntimeConnectionString).ShouldHoldAsync("of the runtime");
        await new StoredThings(second.InvoicesConnectionString).ShouldHoldAsync("of the invoices");
    }

    [Fact]
    public async Task StartAsync_InMemory_ServesEverythingAndKeepsTheAccountsApart()
    {
        await using AzuriteProcess azurite = await AzuriteProcess.StartAsync(new AzuriteOptions(), CancellationToken.None);

        await new StoredThings(azurite.RuntimeConnectionString).WriteAsync("of the runtime");

        await new StoredThings(azurite.RuntimeConnectionString).ShouldHoldAsync("of the runtime");
        await new StoredThings(azurite.InvoicesConnectionString).ShouldHoldNothingAsync();
    }

    [Fact]
    public async Task StartAsync_KeyOfTheOtherAccount_OpensNothing()
    {
        await using AzuriteProcess azurite = await AzuriteProcess.StartAsync(Kept, CancellationToken.None);
        var intruder = new BlobServiceClient(azurite.InvoicesConnectionString.Replace(Key(2), Key(1), StringComparison.Ordinal));

        RequestFailedException refused = await Should.ThrowAsync<RequestFailedException>(() => intruder.CreateBlobContainerAsync("stolen"));

        refused.Status.ShouldBe(403);
    }

    [Fact]
    public async Task StartAsync_OnePreferredPortTaken_TakesAnotherForThatServiceOnly()
    {
        AzuritePorts wished;
        await using (AzuriteProcess first = await AzuriteProcess.StartAsync(new AzuriteOptions(), CancellationToken.None))
        {
            wished = first.Ports;
        }

        using var other = new TcpListener(IPAddress.Loopback, wished.Queue);
        other.Start();
        await using AzuriteProcess second = await AzuriteProcess.StartAsync(new AzuriteOptions { PreferredPorts = wished }, CancellationToken.None);

        second.Ports.Queue.ShouldNotBe(wished.Queue);
        second.Ports.ShouldBe(wished with { Queue = second.Ports.Queue });
        await new StoredThings(second.RuntimeConnectionString).WriteAsync("served");
    }

    [Fact]
    public async Task StartAsync_AllPreferredPortsTaken_TakesOthers()
    {
        await using AzuriteProcess first = await AzuriteProcess.StartAsync(new AzuriteOptions(), CancellationToken.None);

        await using AzuriteProcess second = await AzuriteProcess.StartAsync(new AzuriteOptions { PreferredPorts = first.Ports }, CancellationToken.None);

        new[] { second.Ports.Blob, second.Ports.Queue, second.Ports.Table }.ShouldNotContain(port => port == first.Ports.Blob || port == first.Ports.Queue || port == first.Ports.Table);
        await new StoredThings(second.InvoicesConnectionString).WriteAsync("served");
    }

    [Fact]
    public async Task StartAsync_KilledAfterAWrite_TheNextOneHasIt()
    {
        await using AzuriteProcess first = await AzuriteProcess.StartAsync(Kept, CancellationToken.None);
        await new StoredThings(first.InvoicesConnectionString).WriteAsync("kept");
        await WaitForSaveAsync();

        Process.GetProcessById(first.ProcessId).Kill();
        await Should.ThrowAsync<LocalHostException>(first.WatchAsync().WaitAsync(Patience));

        await using AzuriteProcess second = await AzuriteProcess.StartAsync(Kept, CancellationToken.None);
        await new StoredThings(second.InvoicesConnectionString).ShouldHoldAsync("kept");
    }

    [Fact]
    public async Task StartAsync_EndedBySignalRightAfterAWrite_SavesAndSaysThatItEnded()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        await using AzuriteProcess first = await AzuriteProcess.StartAsync(Kept, CancellationToken.None);
        await new StoredThings(first.RuntimeConnectionString).WriteAsync("kept");

        using Process kill = Process.Start("kill", ["-TERM", first.ProcessId.ToString(CultureInfo.InvariantCulture)]);
        await Should.ThrowAsync<LocalHostException>(first.WatchAsync().WaitAsync(Patience));

        await using AzuriteProcess second = await AzuriteProcess.StartAsync(Kept, CancellationToken.None);
        await new StoredThings(second.RuntimeConnectionString).ShouldHoldAsync("kept");
    }

    [Fact]
    public async Task StartAsync_AnotherStillRunsOnTheData_WaitsUntilItHasGone()
    {
        AzuriteProcess first = await AzuriteProcess.StartAsync(Kept, CancellationToken.None);
        Task<AzuriteProcess> starting = AzuriteProcess.StartAsync(Kept, CancellationToken.None);
        starting.IsCompleted.ShouldBeFalse();

        await first.DisposeAsync();

        await using AzuriteProcess second = await starting.WaitAsync(Patience);
        Should.Throw<ArgumentException>(() => Process.GetProcessById(first.ProcessId));
    }

    [Fact]
    public async Task StartAsync_AccessLogWanted_HasALineForEachOperationOfEachService()
    {
        string log = Path.Combine(_data.FullName, "access.log");
        string signed;
        await using (AzuriteProcess azurite = await AzuriteProcess.StartAsync(new AzuriteOptions { AccessLogFile = log }, CancellationToken.None))
        {
            await new StoredThings(azurite.RuntimeConnectionString).WriteAsync("counted");
            var blob = new BlobClient(azurite.RuntimeConnectionString, "things", "thing");
            Uri address = blob.GenerateSasUri(Azure.Storage.Sas.BlobSasPermissions.Read, DateTimeOffset.UtcNow.AddHours(1));
            await new BlobClient(address).DownloadContentAsync();
            signed = address.Query.Split("sig=")[1];
        }

        string[] lines = await File.ReadAllLinesAsync(log);

        lines.Length.ShouldBe(7);
        lines.ShouldContain(line => line.Contains(" PUT /ksefruntime/things?restype=container 201 ", StringComparison.Ordinal));
        lines.ShouldContain(line => line.Contains(" POST /ksefruntime/things/messages 201 ", StringComparison.Ordinal));
        lines.ShouldContain(line => line.Contains(" POST /ksefruntime/Tables", StringComparison.Ordinal));
        lines.ShouldAllBe(line => !line.Contains(signed, StringComparison.Ordinal));
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(log).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    private static string Key(byte seed) => Convert.ToBase64String(SHA512.HashData([seed]));

    private async Task WaitForSaveAsync()
    {
        var waited = Stopwatch.StartNew();
        foreach (string index in new[] { "blob", "queue", "table" })
        {
            string file = Path.Combine(_data.FullName, $"__azurite_db_{index}__.json");
            while (!File.Exists(file) || !(await File.ReadAllTextAsync(file)).Contains(index == "queue" ? "\"messageId\":\"" : "\"thing\"", StringComparison.Ordinal))
            {
                waited.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(2), "Azurite's own interval is five seconds");
                await Task.Delay(20);
            }
        }
    }
}
