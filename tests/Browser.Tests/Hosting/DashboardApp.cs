using System.Security.Cryptography;
using Browser.Tests.Samples;
using KsefFunctions.Files;
using KsefFunctions.Ledger;
using KsefFunctions.Settings;
using KsefFunctions.Storage;
using KsefFunctions.Sweep;
using KsefFunctions.Watch;
using KsefSimulator.Settings;
using LocalHost.Hosting;
using SampleInvoices;

namespace Browser.Tests.Hosting;

/// <summary>
/// The deployable behind the Functions host, in approval mode, so that files wait for what a person does on the page. Its ledger also
/// holds files in states that a simulator does not bring about quickly.
/// </summary>
public sealed class DashboardApp : IAsyncLifetime
{
    // What the regular looks find is written by the tests; the app's own would find that nobody works on the files that are only in the ledger.
    private static readonly Dictionary<string, string> Settings = new()
    {
        [$"AzureWebJobs.{nameof(SweepTimer)}.Disabled"] = "true",
        [$"AzureWebJobs.{nameof(CertificateWatch)}.Disabled"] = "true",
    };

    private LocalApp? _app;

    /// <summary>The dashboard with its key.</summary>
    public Uri Dashboard => App.Dashboard;

    /// <summary>The HTTP API with its key.</summary>
    public HttpClient Http { get; } = new();

    public string Key => App.FunctionKey;

    public LedgerStore Ledger => new(new InvoiceStorage(App.Blobs));

    private LocalApp App => _app ?? throw new InvalidOperationException("The app has not been started.");

    public async Task InitializeAsync()
    {
        _app = await LocalApp.StartAsync(
            new LocalAppOptions
            {
                Services = new LocalServicesOptions
                {
                    Mode = FlowMode.Approval,
                    Simulator = new SimulatorOptions { ProcessingDelay = TimeSpan.Zero },
                    AppSettings = Settings,
                },
            },
            CancellationToken.None);
        Http.BaseAddress = new Uri(_app.Address, "/api/");
        Http.DefaultRequestHeaders.Add("x-functions-key", _app.FunctionKey);
        foreach (var record in SampleRecords.All(TimeProvider.System.GetUtcNow()))
        {
            await AddAsync(record);
        }
    }

    public async Task DisposeAsync()
    {
        Http.Dispose();
        await App.DisposeAsync();
    }

    /// <summary>Writes a file into the ledger as if it had come that far.</summary>
    public async Task AddAsync(FileRecord record) =>
        (await Ledger.ClaimAsync(record, CancellationToken.None)).Created.ShouldBeTrue();

    /// <summary>Writes what a sweep found.</summary>
    public Task ReportAsync(IReadOnlyList<WatchFinding> findings, string look = WatchNames.Sweep) => new WatchReports(new InvoiceStorage(App.Blobs)).SaveAsync(
        WatchReport.Of(look, TimeProvider.System.GetUtcNow(), findings), CancellationToken.None);

    /// <summary>Drops an invoice as an ERP does, waits until it has reached an outcome, and returns the file's id.</summary>
    public async Task<string> DropAsync(SampleInvoice invoice, FileOutcome awaited)
    {
        var content = invoice.ToBytes();
        var nip = invoice.Seller.Nip!;
        var inbox = App.Blobs.GetBlobContainerClient(ContainerNames.Inbox);
        await inbox.UploadBlobAsync($"{nip}/{invoice.Number.Replace('/', '-')}.xml", BinaryData.FromBytes(content));
        var id = FileIdentity.Of(nip, Convert.ToHexStringLower(SHA256.HashData(content)));
        await Eventually.BecomesTrueAsync(async () => (await Ledger.FindAsync(id, CancellationToken.None))?.Outcome == awaited, $"{invoice.Number} is {awaited}");
        return id;
    }
}

/// <summary>All tests share one app: each looks for files of its own.</summary>
[CollectionDefinition(Name)]
public sealed class DashboardTests : ICollectionFixture<DashboardApp>, ICollectionFixture<Chromium>
{
    public const string Name = "the dashboard in a browser";
}
