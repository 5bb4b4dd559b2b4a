using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.RegularExpressions;
using LocalHost.Cli;
using LocalHost.Hosting;

namespace LocalHost.Tests.EndToEnd;

/// <summary>What must end in a clear message and its exit code, on the real program.</summary>
public sealed partial class BadCaseTests : IAsyncLifetime
{
    private readonly RunFolder _folder = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _folder.DeleteAsync();

    [Fact]
    public async Task Run_NoNodeOnThePath_SaysWhatToInstallAndWhere()
    {
        ProcessStartInfo start = HostProcess.Describe("--data", _folder.Data);
        start.Environment["PATH"] = _folder.Path;

        using HostProcess host = HostProcess.Start(start);

        (await host.WaitForExitAsync()).ShouldBe(ExitCode.HostFailure);
        host.Errors.ShouldContain("Node.js 20 or newer is needed");
        host.Errors.ShouldContain("https://nodejs.org");
    }

    [Fact]
    public async Task Run_AzuriteIsKilled_SaysSoAndTheNextStartHasWhatWasAccepted()
    {
        string[] drop = ["--drop", _folder.WriteInvoice("a.xml", "FV/Z/1")];
        string accepted;
        using (HostProcess host = _folder.Start(drop))
        {
            await host.PrintsAsync("Accepted after");
            accepted = KsefNumber().Match(host.Output).Value;
            string index = Path.Combine(_folder.Data, "azurite", "__azurite_db_blob__.json");
            await Eventually.BecomesTrueAsync(
                async () => (await File.ReadAllTextAsync(index)).Contains("\"final\":\"1\"", StringComparison.Ordinal), "Azurite has saved the file's last entry in the ledger");

            Process.GetProcessById(host.ProcessId(@"Azurite is process (\d+)")).Kill();

            (await host.WaitForExitAsync()).ShouldBe(ExitCode.HostFailure);
            host.Errors.ShouldContain("Azurite ended unexpectedly.");
        }

        using HostProcess next = _folder.Start([.. drop, "--once", "--json"]);

        (await next.WaitForExitAsync()).ShouldBe(ExitCode.Success, next.Errors);
        using JsonDocument report = JsonDocument.Parse(next.Output);
        report.RootElement.GetProperty("files")[0].GetProperty("invoices")[0].GetProperty("ksefNumber").GetString().ShouldBe(accepted);
    }

    [Fact]
    public async Task Run_WorkerDiesThreeTimesInAMinute_EndsWithWhatItSaw()
    {
        using HostProcess host = _folder.Start("--drop", _folder.WriteInvoice("a.xml", "FV/Z/2"));
        await host.PrintsAsync("Accepted after");
        int worker = host.ProcessId(@"worker is process (\d+)");
        for (int restarts = 1; restarts <= 2; restarts++)
        {
            Process.GetProcessById(worker).Kill();
            await Eventually.BecomesTrueAsync(async () => (await RestartsAsync()).Count == restarts, $"the worker runs again, restart {restarts}");
            worker = (await RestartsAsync())[^1];
        }

        Process.GetProcessById(worker).Kill();

        (await host.WaitForExitAsync()).ShouldBe(ExitCode.HostFailure);
        host.Errors.ShouldContain("The app ended 3 times within a minute, the last time with exit code 137.");
    }

    [Fact]
    public async Task Run_PortIsTaken_NamesThePort()
    {
        using var other = new TcpListener(IPAddress.Loopback, int.Parse(_folder.Port, CultureInfo.InvariantCulture));
        other.Start();

        using HostProcess host = _folder.Start();

        (await host.WaitForExitAsync()).ShouldBe(ExitCode.BadArguments);
        host.Errors.ShouldContain($"something else on this machine listens on port {_folder.Port}");
        Directory.Exists(_folder.Data).ShouldBeFalse();
    }

    [Fact]
    public async Task Run_AnotherHostHasTheData_SaysWhatToDo()
    {
        using DataDirectory data = await DataDirectory.OpenAsync(_folder.Data, fresh: false, report: null, CancellationToken.None);

        using HostProcess host = _folder.Start("--fresh");

        (await host.WaitForExitAsync()).ShouldBe(ExitCode.BadArguments);
        host.Errors.ShouldContain("Another LocalHost runs on");
        host.Errors.ShouldContain("--port N or --data DIR");
    }

    [Fact]
    public async Task Run_StateOfTheVersionBefore_IsKeptAsideAndTheRunBeginsAnew()
    {
        _folder.Write("data/.ksef-localhost", "LocalHost of KsefFunctions keeps its state in this folder; --fresh deletes everything beside this file.\n"u8.ToArray());
        _folder.Write("data/azurite/__azurite_db_blob__.json", "{}"u8.ToArray());
        _folder.Write("data/host.json", "{}"u8.ToArray());

        using HostProcess host = _folder.Start("--drop", _folder.WriteInvoice("a.xml", "FV/Z/3"), "--once");

        (await host.WaitForExitAsync()).ShouldBe(ExitCode.Success, host.Errors);
        string aside = Path.Combine(_folder.Data, "earlier-state");
        host.Output.ShouldContain($"was written by an earlier version and cannot be read any more. It is kept in '{aside}'");
        File.ReadAllText(Path.Combine(aside, "azurite", "__azurite_db_blob__.json")).ShouldBe("{}");
        File.Exists(Path.Combine(aside, "host.json")).ShouldBeTrue();
        host.Output.ShouldContain("a.xml: Accepted");
    }

    private async Task<List<int>> RestartsAsync() =>
    [
        .. Restart().Matches(await File.ReadAllTextAsync(Path.Combine(_folder.Data, "host.log")))
            .Select(match => int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)),
    ];

    [GeneratedRegex(@"The worker runs again, as process (\d+)")]
    private static partial Regex Restart();

    [GeneratedRegex(@"\d{10}-\d{8}-[0-9A-F]{12}-[0-9A-F]{2}")]
    private static partial Regex KsefNumber();
}
