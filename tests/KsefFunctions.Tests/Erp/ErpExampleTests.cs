using System.Security.Cryptography;
using KsefFunctions.Files;
using KsefFunctions.Settings;
using SampleInvoices;

namespace KsefFunctions.Tests.Erp;

/// <summary>The programs that <c>docs/erp-file-contract.md</c> shows, against the running app.</summary>
[Collection(SharedAppTests.Name)]
public sealed class ErpExampleTests(SharedApp shared) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("erp-example-");

    public static TheoryData<string, string> Programs => new()
    {
        { "dotnet", "csharp/erp.cs" },
        { "python3", "python/erp.py" },
    };

    private string Receipts => Path.Combine(_folder.FullName, "receipts");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task Run_ValidInvoice_PrintsKsefNumberAndSavesTheReceipt(string program, string example)
    {
        var content = RunningApp.Invoice().ToBytes();
        var name = $"{SampleNips.Seller}/erp/{program} 1.xml";

        var run = await RunAsync(program, example, content, name);

        run.ExitCode.ShouldBe(0, run.Output + run.Errors);
        var record = (await shared.App.Ledger.FindAsync(RunningApp.IdOf(content), CancellationToken.None))!;
        record.Outcome.ShouldBe(FileOutcome.Accepted);
        run.Output.ShouldContain(record.Invoices[0].KsefNumber!);
        (await File.ReadAllTextAsync(Path.Combine(Receipts, $"{program} 1.xml.upo.xml"))).ShouldContain(record.Invoices[0].KsefNumber!);
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task Run_NameUsedAgain_TakesTheResultOfTheNewContentOnly(string program, string example)
    {
        var name = $"{SampleNips.Seller}/erp/{program} 2.xml";
        await RunAsync(program, example, "<Faktura>"u8.ToArray(), name);
        var content = RunningApp.Invoice().ToBytes();

        var run = await RunAsync(program, example, content, name);

        run.ExitCode.ShouldBe(0, run.Output + run.Errors);
        run.Output.ShouldContain((await shared.App.Ledger.FindAsync(RunningApp.IdOf(content), CancellationToken.None))!.Invoices[0].KsefNumber!);
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task Run_LaterDropHasThePlainName_FindsTheResultOfItsOwnContent(string program, string example)
    {
        await using var app = await RunningApp.StartAsync(FlowMode.Approval, _ => { });
        var content = RunningApp.Invoice().ToBytes();
        var (id, name) = (RunningApp.IdOf(content), $"{SampleNips.Seller}/erp/{program} 4.xml");
        var running = RunAsync(program, example, content, name, storage: app.Around.Azurite.InvoicesConnectionString);
        await RunningApp.EventuallyAsync(async () => await app.Container("inbox").GetBlobClient(name).ExistsAsync(), () => "the program has dropped its file");
        await app.NoticeAsync(name);
        await app.ReachedAsync(id, FileOutcome.AwaitingApproval);
        await app.SettleAsync($"erp/{program} 4.xml", "<Faktura>"u8.ToArray());

        await app.PostAsync($"files/{id}/approve", new { by = "Księgowość" });
        var run = await running;

        run.ExitCode.ShouldBe(0, run.Output + run.Errors);
        run.Output.ShouldContain((await app.Ledger.FindAsync(id, CancellationToken.None))!.Invoices[0].KsefNumber!);
        (await app.ResultAsync(name)).GetProperty("outcome").GetString().ShouldBe("Rejected");
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task Run_BrokenInvoice_EndsWithOneAndPrintsWhatToDo(string program, string example)
    {
        // Each content is one file of the app: the two programs must not meet.
        var content = System.Text.Encoding.UTF8.GetBytes($"<Faktura {program}");

        var run = await RunAsync(program, example, content, $"{SampleNips.Seller}/erp/{program} 3.xml");

        run.ExitCode.ShouldBe(1, run.Output + run.Errors);
        run.Output.ShouldStartWith("Rejected");
        run.Output.ShouldContain("error KSF-1");
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task Run_NoResultInTime_EndsWithThree(string program, string example)
    {
        var name = $"{SampleNips.Seller}/erp/unheard/{program}.xml";

        var run = await RunAsync(program, example, RunningApp.Invoice().ToBytes(), name, seconds: "0.1");

        run.ExitCode.ShouldBe(3, run.Output + run.Errors);
        run.Errors.ShouldContain(name);
    }

    private async Task<ExampleRun> RunAsync(string program, string example, byte[] content, string name, string seconds = "60", string? storage = null)
    {
        var file = Path.Combine(_folder.FullName, Convert.ToHexStringLower(SHA256.HashData(content))[..8]);
        await File.WriteAllBytesAsync(file, content);
        return await ExampleProgram.RunAsync(
            program, example, [file, name, Receipts, seconds], new Dictionary<string, string> { ["KSEF_STORAGE"] = storage ?? shared.App.App.Services.Azurite.InvoicesConnectionString });
    }
}
