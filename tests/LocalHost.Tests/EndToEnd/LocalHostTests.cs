using System.Text;
using System.Text.Json;
using LocalHost.Azurite;
using LocalHost.Cli;
using SampleInvoices;

namespace LocalHost.Tests.EndToEnd;

/// <summary>The contract of the command line, on the real program with Azurite and the simulator.</summary>
public sealed class LocalHostTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("localhost-tests-");

    private string Data => Path.Combine(_folder.FullName, "data");

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        // The Azurite of a killed host saves before it goes.
        await AzuriteProcess.ClearLeftoverAsync(Path.Combine(Data, "azurite"), CancellationToken.None);
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Once_ValidInvoices_ExitsWithZeroAndMirrorsResultAndUpo()
    {
        string drop = Write("in/faktura.xml", Invoice("FV/1").ToBytes());
        string outbox = Path.Combine(_folder.FullName, "out");

        using HostProcess host = HostProcess.Start("--data", Data, "--drop", drop, "--out", outbox, "--once", "--json");

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

        (await File.ReadAllTextAsync(Path.Combine(outbox, SampleNips.Seller, "faktura.xml.result.json"))).ShouldContain(ksefNumber);
        Directory.GetFiles(outbox, "*upo*", SearchOption.AllDirectories).ShouldNotBeEmpty();
        Directory.GetFiles(outbox, "*.part", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task Once_OneFileBroken_ExitsWithThreeAndTheOthersGo()
    {
        Write("in/good.xml", Invoice("FV/2").ToBytes());
        Write("in/broken.xml", Encoding.UTF8.GetBytes("<Faktura>"));

        using HostProcess host = HostProcess.Start("--data", Data, "--drop", Path.Combine(_folder.FullName, "in"), "--nip", SampleNips.Seller, "--once", "--json");

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

    [Theory]
    [InlineData("KSeF is processing")]
    [InlineData("sending to KSeF")]
    [InlineData("Inbox")]
    public async Task Killed_OnTheWay_GoesOnAtTheNextStartAndSendsNothingTwice(string killAt)
    {
        for (int number = 1; number <= 5; number++)
        {
            Write($"in/faktura-{number}.xml", Invoice($"FV/K/{number}").ToBytes());
        }

        string[] arguments = ["--data", Data, "--drop", Path.Combine(_folder.FullName, "in")];
        using (HostProcess killed = HostProcess.Start(arguments))
        {
            // The lines show a state when it is seen; a fast machine may pass one unseen.
            await killed.PrintsAsync(killAt, "Accepted after");
            await killed.KillAsync();
        }

        using HostProcess next = HostProcess.Start([.. arguments, "--once", "--json"]);

        // KSeF refuses an invoice that it gets twice: had one been sent again, it would be a duplicate now.
        (await next.WaitForExitAsync()).ShouldBe(ExitCode.Success, next.Output + next.Errors);
        using JsonDocument report = JsonDocument.Parse(next.Output);
        report.RootElement.GetProperty("files").EnumerateArray()
            .Select(file => file.GetProperty("invoices")[0].GetProperty("ksefNumber").GetString())
            .Distinct().Count().ShouldBe(5);
    }

    [Fact]
    public async Task Killed_WhileKsefProcesses_FilesOfBeforeReachTheirUpoUnasked()
    {
        using (HostProcess killed = HostProcess.Start("--data", Data, "--drop", Write("before.xml", Invoice("FV/B").ToBytes())))
        {
            await killed.PrintsAsync("KSeF is processing", "Accepted after");
            await killed.KillAsync();
        }

        string outbox = Path.Combine(_folder.FullName, "out");
        using HostProcess next = HostProcess.Start("--data", Data, "--drop", Write("after.xml", Invoice("FV/A").ToBytes()), "--out", outbox);

        string result = Path.Combine(outbox, SampleNips.Seller, "before.xml.result.json");
        await Eventually.BecomesTrueAsync(() => File.Exists(result), "the result of the first run's file is there");
        (await File.ReadAllTextAsync(result)).ShouldContain("\"outcome\": \"Accepted\"");
    }

    [Fact]
    public async Task Run_SecondHostOnTheSameData_IsRefused()
    {
        using HostProcess first = HostProcess.Start("--data", Data, "--drop", Write("a.xml", Invoice("FV/3").ToBytes()));
        await first.PrintsAsync("Dashboard");

        using HostProcess second = HostProcess.Start("--data", Data);

        (await second.WaitForExitAsync()).ShouldBe(ExitCode.BadArguments);
        second.Errors.ShouldContain("Another LocalHost");
    }

    [Fact]
    public async Task Run_BadArguments_ExitsWithTwoAndSaysWhy()
    {
        using HostProcess host = HostProcess.Start("--drop", Path.Combine(_folder.FullName, "missing.xml"));

        (await host.WaitForExitAsync()).ShouldBe(ExitCode.BadArguments);
        host.Errors.ShouldContain("missing.xml");
        host.Output.ShouldBeEmpty();
    }

    [Fact]
    public async Task Run_RealEnvironmentWithoutCredential_ExitsWithTwo()
    {
        using HostProcess host = HostProcess.Start("--ksef", "test", "--drop", Write("a.xml", [1]));

        (await host.WaitForExitAsync()).ShouldBe(ExitCode.BadArguments);
        host.Errors.ShouldContain("KSEF_TOKEN");
    }

    [Fact]
    public async Task Run_Help_NamesEveryOption()
    {
        using HostProcess host = HostProcess.Start("--help");

        (await host.WaitForExitAsync()).ShouldBe(ExitCode.Success);
        foreach (string option in new[] { "--data", "--fresh", "--drop", "--nip", "--out", "--once", "--json", "--ksef", "--certificate", "--port", "--fault", "--mode", "--errors" })
        {
            host.Output.ShouldContain(option);
        }
    }

    [Fact]
    public async Task Run_Errors_PrintsTheListAndStartsNothing()
    {
        using HostProcess host = HostProcess.Start("--errors", "--data", Data);

        (await host.WaitForExitAsync()).ShouldBe(ExitCode.Success);
        host.Output.ShouldContain("| KSF-1001 |");
        Directory.Exists(Data).ShouldBeFalse();
    }

    private static SampleInvoice Invoice(string number) => new() { Number = number, IssueDate = DateOnly.FromDateTime(DateTime.UtcNow.AddDays(-1)) };

    private static IEnumerable<JsonElement> Errors(JsonElement file) =>
        file.GetProperty("errors").EnumerateArray().Concat(file.GetProperty("invoices").EnumerateArray().SelectMany(row => row.GetProperty("errors").EnumerateArray()));

    private string Write(string name, byte[] content)
    {
        string path = Path.Combine(_folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
        return path;
    }
}
