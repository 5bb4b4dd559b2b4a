using System.Text;
using System.Text.Json;
using LocalHost.Cli;
using SampleInvoices;
using SampleInvoices.Broken;

namespace LocalHost.Tests.EndToEnd;

/// <summary>The contract of the command line, on the real program with Azurite and the simulator.</summary>
public sealed class LocalHostTests : IAsyncLifetime
{
    private readonly RunFolder _folder = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _folder.DeleteAsync();

    [Fact]
    public async Task Once_ValidInvoices_ExitsWithZeroAndMirrorsResultAndUpo()
    {
        string drop = _folder.WriteInvoice("in/faktura.xml", "FV/1");

        using HostProcess host = _folder.Start("--drop", drop, "--out", _folder.Outbox, "--once", "--json");

        (await host.WaitForExitAsync()).ShouldBe(ExitCode.Success, host.Errors);
        using JsonDocument report = JsonDocument.Parse(host.Output);
        JsonElement file = report.RootElement.GetProperty("files").EnumerateArray().Single();
        file.GetProperty("name").GetString().ShouldBe("faktura.xml");
        file.GetProperty("outcome").GetString().ShouldBe("Accepted");
        file.GetProperty("errors").GetArrayLength().ShouldBe(0);
        JsonElement invoice = file.GetProperty("invoices").EnumerateArray().Single();
        invoice.GetProperty("number").GetString().ShouldBe("FV/1");
        invoice.GetProperty("outcome").GetString().ShouldBe("Accepted");
        string ksefNumber = invoice.GetProperty("ksefNumber").GetString()!;
        ksefNumber.ShouldStartWith(SampleNips.Seller);
        JsonElement step = file.GetProperty("steps").EnumerateArray().First();
        step.GetProperty("name").GetString().ShouldNotBeNullOrEmpty();
        step.GetProperty("finishedAt").GetDateTimeOffset().ShouldBeGreaterThanOrEqualTo(step.GetProperty("startedAt").GetDateTimeOffset());

        (await File.ReadAllTextAsync(_folder.ResultOf("faktura.xml"))).ShouldContain(ksefNumber);
        Directory.GetFiles(_folder.Outbox, "*upo*", SearchOption.AllDirectories).ShouldNotBeEmpty();
        Directory.GetFiles(_folder.Outbox, "*.part", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task Once_LongNameAndAWarning_MirrorsItUnderAShortNameAndReportsTheWarning()
    {
        byte[] questionable = QuestionableInvoices.All.Single(invoice => invoice.Name == "net total against the lines").Content;
        string drop = _folder.Write($"in/{new string('x', 236)}.xml", questionable);

        using HostProcess host = _folder.Start("--drop", drop, "--out", _folder.Outbox, "--once", "--json");

        (await host.WaitForExitAsync()).ShouldBe(ExitCode.Success, host.Errors);
        using JsonDocument report = JsonDocument.Parse(host.Output);
        JsonElement file = report.RootElement.GetProperty("files").EnumerateArray().Single();
        file.GetProperty("warningCount").GetInt32().ShouldBe(1);
        JsonElement invoice = file.GetProperty("invoices").EnumerateArray().Single();
        invoice.GetProperty("invoicingMode").GetString().ShouldBe("Offline");
        JsonElement warning = invoice.GetProperty("warnings").EnumerateArray().Single();
        warning.GetProperty("code").GetString().ShouldBe("KSF-1310");
        host.Errors.ShouldContain("warning KSF-1310");
        string result = Directory.GetFiles(_folder.Outbox, "*.result.json", SearchOption.AllDirectories).Single();
        Path.GetFileName(result).Length.ShouldBeLessThan(255);
        (await File.ReadAllTextAsync(result)).ShouldContain(invoice.GetProperty("ksefNumber").GetString()!);
    }

    [Fact]
    public async Task Once_OneFileBroken_ExitsWithThreeAndTheOthersGo()
    {
        _folder.WriteInvoice("in/good.xml", "FV/2");
        _folder.Write("in/broken.xml", Encoding.UTF8.GetBytes("<Faktura>"));

        using HostProcess host = _folder.Start("--drop", _folder.Below("in"), "--nip", SampleNips.Seller, "--once", "--json");

        (await host.WaitForExitAsync()).ShouldBe(ExitCode.NotAllAccepted, host.Errors);
        using JsonDocument report = JsonDocument.Parse(host.Output);
        Dictionary<string, JsonElement> files = report.RootElement.GetProperty("files").EnumerateArray().ToDictionary(file => file.GetProperty("name").GetString()!);
        files["good.xml"].GetProperty("outcome").GetString().ShouldBe("Accepted");
        files["broken.xml"].GetProperty("outcome").GetString().ShouldBe("Rejected");
        JsonElement error = Errors(files["broken.xml"]).First();
        error.GetProperty("code").GetString().ShouldStartWith("KSF-");
        error.GetProperty("message").GetString().ShouldNotBeNullOrEmpty();
        error.TryGetProperty("path", out _).ShouldBeTrue();
        error.TryGetProperty("line", out _).ShouldBeTrue();
    }

    [Fact]
    public async Task Run_BadArguments_ExitsWithTwoAndSaysWhy()
    {
        using HostProcess host = HostProcess.Start("--drop", _folder.Below("missing.xml"));

        (await host.WaitForExitAsync()).ShouldBe(ExitCode.BadArguments);
        host.Errors.ShouldContain("missing.xml");
        host.Output.ShouldBeEmpty();
    }

    [Fact]
    public async Task Run_RealEnvironmentWithoutCredential_ExitsWithTwo()
    {
        using HostProcess host = HostProcess.Start("--ksef", "test", "--drop", _folder.Write("a.xml", [1]));

        (await host.WaitForExitAsync()).ShouldBe(ExitCode.BadArguments);
        host.Errors.ShouldContain("KSEF_TOKEN");
    }

    [Fact]
    public async Task Run_Help_NamesEveryOption()
    {
        using HostProcess host = HostProcess.Start("--help");

        (await host.WaitForExitAsync()).ShouldBe(ExitCode.Success);
        foreach (string option in new[] { "--data", "--fresh", "--drop", "--nip", "--out", "--once", "--json", "--ksef", "--certificate", "--port", "--fault", "--mode", "--services", "--attach", "--app", "--settings", "--documents", "--samples", "--no-samples" })
        {
            host.Output.ShouldContain(option);
        }
    }

    [Fact]
    public async Task Run_Documents_WritesThemAndStartsNothing()
    {
        string docs = Directory.CreateDirectory(Path.Combine(_folder.Path, "docs")).FullName;
        await File.WriteAllTextAsync(Path.Combine(docs, "errors.md"), string.Empty);
        await File.WriteAllTextAsync(Path.Combine(docs, "erp-file-contract.md"), "Kept.\n<!-- made: invoice statuses -->\n<!-- end -->\n");
        await File.WriteAllTextAsync(Path.Combine(docs, "runbook.md"), "<!-- made: statuses -->\n<!-- end -->\n### KSF-3001\n**Meaning** …\n");

        using HostProcess host = _folder.Start("--documents", docs);

        (await host.WaitForExitAsync()).ShouldBe(ExitCode.Success);
        (await File.ReadAllTextAsync(Path.Combine(docs, "errors.md"))).ShouldContain("| KSF-1001 |");
        (await File.ReadAllTextAsync(Path.Combine(docs, "erp-file-contract.md"))).ShouldSatisfyAllConditions(
            contract => contract.ShouldStartWith("Kept.\n"),
            contract => contract.ShouldContain("| 440 |"));
        (await File.ReadAllTextAsync(Path.Combine(docs, "runbook.md"))).ShouldContain("### KSF-3001\n*Ends it: ");
        Directory.Exists(_folder.Data).ShouldBeFalse();
    }

    private static IEnumerable<JsonElement> Errors(JsonElement file) =>
        file.GetProperty("errors").EnumerateArray().Concat(file.GetProperty("invoices").EnumerateArray().SelectMany(row => row.GetProperty("errors").EnumerateArray()));
}
