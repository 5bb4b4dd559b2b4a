using System.Globalization;
using System.Text;
using KeyVaultServer;
using KsefFunctions.Certificates;
using KsefFunctions.Files;
using KsefFunctions.Ledger;
using KsefFunctions.Storage;
using KsefSimulator.Faults;
using LocalHost.Credentials;
using LocalHost.Hosting;
using SampleInvoices;

namespace LocalHost.Rehearsal;

/// <summary>A running app on which trouble is brought about and mended; files are dropped as an ERP does and replayed by the API.</summary>
/// <param name="app">Issues no credentials by itself.</param>
/// <param name="http">For the app's API and the simulator's.</param>
/// <param name="time">Dates invoices and certificates.</param>
internal sealed class RehearsalStage(LocalApp app, HttpClient http, TimeProvider time)
{
    private const int InvoicesInPackage = 3;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly LedgerStore _ledger = new(new InvoiceStorage(app.Blobs));
    private int _invoices;

    /// <summary>The simulator's faults.</summary>
    public FaultSwitchboard Faults => app.Services.Simulator!.Faults;

    public VaultServer Vault => app.Services.Vault;

    /// <summary>Imports a seal under the company's name.</summary>
    /// <param name="nip">The company that signs in with it.</param>
    /// <param name="marks">What the import says of it; null is nothing.</param>
    /// <param name="owner">The company that it names; null is the same.</param>
    /// <param name="ended">It was valid until yesterday.</param>
    public void Import(string nip, CredentialMarks? marks = null, string? owner = null, bool ended = false)
    {
        DateTimeOffset now = time.GetUtcNow();
        using var seal = CompanySeal.Make(owner ?? nip, now.AddDays(-10), ended ? now.AddDays(-1) : now.AddYears(1));
        Vault.Content.AddCertificate(CredentialName.Of(nip), seal, (marks ?? CredentialMarks.None).ToTags());
    }

    /// <summary>Lets one company act for another in the simulated KSeF.</summary>
    public async Task GrantAsync(string nip, string to, CancellationToken cancellationToken)
    {
        var body = new StringContent(
            $$"""
            {"contextIdentifier":{"type":"Nip","value":"{{nip}}"},"authorizedIdentifier":{"type":"Nip","value":"{{to}}"},
            "permissions":[{"permissionType":"InvoiceWrite","description":"Rehearsal"},{"permissionType":"InvoiceRead","description":"Rehearsal"}]}
            """,
            Encoding.UTF8,
            "application/json");
        using HttpResponseMessage response = await http.PostAsync(new Uri(app.Services.Simulator!.BaseAddress, "testdata/permissions"), body, cancellationToken);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Drops an invoice, or a package, that was never dropped before, and waits until it has come to its end.</summary>
    public async Task<FileRecord> DropAsync(string nip, bool isPackage, CancellationToken cancellationToken)
    {
        int number = Interlocked.Increment(ref _invoices);
        SampleInvoice invoice = new SampleInvoice
        {
            Number = string.Create(CultureInfo.InvariantCulture, $"FV/R/{number}"),
            IssueDate = PolishTime.DayOf(time.GetUtcNow()),
        }.SoldBy(nip);
        byte[] content = isPackage ? SampleArchive.Zip(SampleArchive.Invoices(invoice, InvoicesInPackage)) : invoice.ToBytes();
        string name = $"{nip}/{number}.{(isPackage ? "zip" : "xml")}";
        string id = FileIdentity.OfDrop(name, await DroppedContent.ReadAsync(new MemoryStream(content), cancellationToken));
        await app.Blobs.GetBlobContainerClient(ContainerNames.Inbox).GetBlobClient(name).UploadAsync(BinaryData.FromBytes(content), overwrite: true, cancellationToken);
        return await EndOfAsync(id, attempt: 1, cancellationToken);
    }

    /// <summary>Replays a file by the API and waits until it has come to its end again.</summary>
    public async Task<FileRecord> ReplayAsync(FileRecord file, CancellationToken cancellationToken)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, new Uri(app.Address, $"api/files/{file.Id}/replay"))
        {
            Headers = { { "x-functions-key", app.FunctionKey } },
            Content = new StringContent("{}", Encoding.UTF8, "application/json"),
        };
        using HttpResponseMessage response = await http.SendAsync(request, cancellationToken);
        response.EnsureSuccessStatusCode();
        return await EndOfAsync(file.Id, file.Attempt + 1, cancellationToken);
    }

    private async Task<FileRecord> EndOfAsync(string id, int attempt, CancellationToken cancellationToken)
    {
        long started = time.GetTimestamp();
        while (true)
        {
            FileRecord? record = await _ledger.FindAsync(id, cancellationToken);
            if (record is { IsFinal: true } && record.Attempt >= attempt)
            {
                return record;
            }

            if (time.GetElapsedTime(started) > Patience)
            {
                throw new LocalHostException($"The file {id} is still {record?.Outcome.ToString() ?? "unnoticed"} after {Patience.TotalMinutes} minutes.");
            }

            await Task.Delay(Pause, time, cancellationToken);
        }
    }
}
