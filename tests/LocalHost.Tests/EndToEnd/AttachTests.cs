using System.Diagnostics;
using Azure.Storage.Blobs;
using LocalHost.Cli;
using LocalHost.Hosting;
using SampleInvoices;

namespace LocalHost.Tests.EndToEnd;

/// <summary>The services in one process, the app in another.</summary>
public sealed class AttachTests : IAsyncLifetime
{
    private readonly RunFolder _folder = new();

    private string[] Attach => ["--attach", "--settings", _folder.Settings];

    // What the app needs to start, with nothing that answers.
    private static Dictionary<string, string> Unserved => new()
    {
        ["InvoiceStorage"] = "UseDevelopmentStorage=true",
        ["ServiceBusConnection"] = "Endpoint=sb://127.0.0.1:1;SharedAccessKeyName=none;SharedAccessKey=none;UseDevelopmentEmulator=true;",
        ["KsefFunctions__Environment"] = "Test",
        ["KsefFunctions__KeyVault"] = "https://127.0.0.1:1/",
        [LocalSettingsFile.FunctionKey] = "key",
    };

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _folder.DeleteAsync();

    [Fact]
    public async Task Attach_ToServicesOfAnotherProcess_WorksOnThemAndGoesOnAfterAKill()
    {
        // The kill comes while KSeF processes the second file.
        using HostProcess services = _folder.Start("--services", "--settings", _folder.Settings, "--fault", "stuck-150:for=6s");
        await services.PrintsAsync("Ctrl+C stops the services");
        var blobs = new BlobServiceClient(await File.ReadAllTextAsync(Path.Combine(_folder.Data, "storage-connection-string.txt")));

        using (HostProcess killed = HostProcess.Start(Attach))
        {
            await killed.PrintsAsync("Ctrl+C stops it");
            await DropAsync(blobs, "first.xml");
            await AcceptedAsync(blobs, "first.xml");
            (await NamesAsync(blobs, "outbox")).ShouldContain(name => name.Contains("first.xml", StringComparison.Ordinal) && name.Contains("upo", StringComparison.Ordinal));
            using HostProcess another = HostProcess.Start(Attach);
            (await another.WaitForExitAsync()).ShouldBe(ExitCode.HostFailure);
            another.Errors.ShouldContain($"Port {_folder.Port} is taken");

            await DropAsync(blobs, "second.xml");
            await Eventually.BecomesTrueAsync(
                async () => (await NamesAsync(blobs, "status")).Count(name => name.StartsWith("files/", StringComparison.Ordinal)) == 2, "the app works on the second file");
            int worker = killed.ProcessId(@"worker is process (\d+)");
            await killed.KillAsync();
            await Eventually.BecomesTrueAsync(() => !IsRunning(worker), "the worker has gone with its host");
        }

        using HostProcess next = HostProcess.Start(Attach);
        await next.PrintsAsync("Ctrl+C stops it");
        await AcceptedAsync(blobs, "second.xml");
        await next.StopAsync();
        (await next.WaitForExitAsync()).ShouldBe(ExitCode.Success, next.Errors);
        await services.StopAsync();
        (await services.WaitForExitAsync()).ShouldBe(ExitCode.Success, services.Errors);

        using HostProcess late = HostProcess.Start(Attach);
        (await late.WaitForExitAsync()).ShouldBe(ExitCode.HostFailure);
        late.Errors.ShouldContain("does not answer. Start the services first: --services.");
    }

    [Fact]
    public async Task Attach_NoSettingsFile_NamesItAndHowItIsMade()
    {
        using HostProcess host = HostProcess.Start(Attach);

        (await host.WaitForExitAsync()).ShouldBe(ExitCode.HostFailure);
        host.Errors.ShouldContain($"There is no '{_folder.Settings}'. Start the services first: --services writes it.");
    }

    [Theory]
    [InlineData("""{"IsEncrypted":false,"Values":{"AzureWebJobsStorage":"UseDevelopmentStorage=true"}}""", "was not written by --services")]
    [InlineData("{", "is no settings file")]
    public async Task Attach_SettingsOfSomethingElse_SaysSo(string content, string message)
    {
        await File.WriteAllTextAsync(_folder.Settings, content);

        using HostProcess host = HostProcess.Start(Attach);

        (await host.WaitForExitAsync()).ShouldBe(ExitCode.HostFailure);
        host.Errors.ShouldContain(message);
    }

    [Theory]
    [InlineData("Ksef.Invoices.dll", "The app ended while it started", "'Ksef.Invoices, ")]
    [InlineData("Microsoft.Azure.Functions.Worker.Extensions.Timer.dll", "The app could not load its function '", "'Microsoft.Azure.Functions.Worker.Extensions.Timer, ")]
    [InlineData("host.json", "host.json' could not be read", "")]
    public async Task Attach_AppWithSomethingMissing_SaysWhat(string missing, string message, string what)
    {
        DirectoryInfo app = Directory.CreateDirectory(_folder.Below("app"));
        foreach (string file in Directory.EnumerateFiles(FunctionApp.Directory).Where(file => Path.GetFileName(file) != missing))
        {
            File.Copy(file, Path.Combine(app.FullName, Path.GetFileName(file)));
        }

        await new LocalSettingsFile(IsEncrypted: false, Unserved, new LocalSettingsHost(0)).WriteAsync(_folder.Settings, CancellationToken.None);

        using HostProcess host = HostProcess.Start([.. Attach, "--app", app.FullName]);

        (await host.WaitForExitAsync()).ShouldBe(ExitCode.HostFailure);
        host.Errors.ShouldContain(message);
        host.Errors.ShouldContain(what);
    }

    private static async Task DropAsync(BlobServiceClient blobs, string name) =>
        await blobs.GetBlobContainerClient("inbox").GetBlobClient($"{SampleNips.Seller}/{name}").UploadAsync(BinaryData.FromBytes(RunFolder.Invoice($"FV/S/{name}")));

    private static async Task AcceptedAsync(BlobServiceClient blobs, string name)
    {
        BlobClient result = blobs.GetBlobContainerClient("outbox").GetBlobClient($"{SampleNips.Seller}/{name}.result.json");
        await Eventually.BecomesTrueAsync(async () => await result.ExistsAsync(), $"{name} has its result");
        (await result.DownloadContentAsync()).Value.Content.ToString().ShouldContain("\"outcome\": \"Accepted\"");
    }

    private static async Task<List<string>> NamesAsync(BlobServiceClient blobs, string container)
    {
        List<string> names = [];
        await foreach (var blob in blobs.GetBlobContainerClient(container).GetBlobsAsync())
        {
            names.Add(blob.Name);
        }

        return names;
    }

    private static bool IsRunning(int process)
    {
        try
        {
            return !Process.GetProcessById(process).HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
