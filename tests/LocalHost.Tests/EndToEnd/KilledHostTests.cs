using System.Text.Json;
using LocalHost.Cli;

namespace LocalHost.Tests.EndToEnd;

/// <summary>The program ends by SIGKILL, and is started again.</summary>
public sealed class KilledHostTests : IAsyncLifetime
{
    private readonly RunFolder _folder = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _folder.DeleteAsync();

    [Fact]
    public async Task Killed_WhileItSends_FilesOfBeforeReachTheirUpoUnaskedAndOnce()
    {
        string[] names = ["faktura-1.xml", "faktura-2.xml", "faktura-3.xml"];
        foreach ((int index, string name) in names.Index())
        {
            _folder.WriteInvoice($"in/{name}", $"FV/K/{index}");
        }

        using (HostProcess killed = _folder.Start("--drop", _folder.Below("in")))
        {
            // The lines show a state when it is seen; a fast machine may pass one unseen.
            await killed.PrintsAsync("sending to KSeF", "Accepted after");
            await killed.KillAsync();
        }

        using HostProcess next = _folder.Start("--drop", _folder.WriteInvoice("after.xml", "FV/K/after"), "--out", _folder.Outbox);

        foreach (string name in (string[])[.. names, "after.xml"])
        {
            await Eventually.BecomesTrueAsync(() => File.Exists(_folder.ResultOf(name)), () => $"{name} has its result; so far: {next.Output} {next.Errors}");

            // KSeF refuses an invoice that it gets twice: had one been sent again, it would be a duplicate now.
            (await File.ReadAllTextAsync(_folder.ResultOf(name))).ShouldContain("\"outcome\": \"Accepted\"");
        }
    }

    [Fact]
    public async Task Killed_WhileItDrops_TheSameCommandAgainSendsEachFileOnce()
    {
        for (int number = 1; number <= 5; number++)
        {
            _folder.WriteInvoice($"in/faktura-{number}.xml", $"FV/K/{number}");
        }

        string[] arguments = ["--drop", _folder.Below("in")];
        using (HostProcess killed = _folder.Start(arguments))
        {
            // Each of them may pass unseen.
            await killed.PrintsAsync("in the inbox", "checking", "logging in to KSeF");
            await killed.KillAsync();
        }

        using HostProcess next = _folder.Start([.. arguments, "--once", "--json"]);

        (await next.WaitForExitAsync()).ShouldBe(ExitCode.Success, next.Output + next.Errors);
        using JsonDocument report = JsonDocument.Parse(next.Output);
        report.RootElement.GetProperty("files").EnumerateArray()
            .Select(file => file.GetProperty("invoices")[0].GetProperty("ksefNumber").GetString())
            .Distinct().Count().ShouldBe(5);
    }
}
