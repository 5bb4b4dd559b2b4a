using LocalHost.Cli;
using LocalHost.Hosting;
using LocalHost.Rehearsal;

namespace LocalHost.Tests.EndToEnd;

/// <summary>The runbook is acted out on the real program.</summary>
public sealed class RehearsalTests
{
    [Fact]
    public async Task Rehearse_TwelveEntries_ComeAndGoAsTheRunbookSays()
    {
        using HostProcess host = HostProcess.Start(RehearseProgram.Name);

        (await host.WaitForExitAsync()).ShouldBe(ExitCode.Success, host.Output + host.Errors);
        RunbookEntries.All.Count.ShouldBe(12);
        foreach (RehearsedEntry entry in RunbookEntries.All)
        {
            host.Output.ShouldContain($"{entry.Code}  {entry.Trouble}");
            host.Output.ShouldContain($"with {entry.Code}");
        }
    }

    [Fact]
    public void All_EveryEntry_StandsInTheRunbook()
    {
        string runbook = File.ReadAllText(Path.Combine(Path.GetDirectoryName(FunctionApp.LocalSettings)!, "..", "..", "docs", "runbook.md"));

        RunbookEntries.All.Select(entry => entry.Code).ShouldBeUnique();
        RunbookEntries.All.ShouldAllBe(entry => runbook.Contains($"### {entry.Code}\n", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Rehearse_WithAnOption_SaysThatThereIsNone()
    {
        using HostProcess host = HostProcess.Start(RehearseProgram.Name, "--fault");

        (await host.WaitForExitAsync()).ShouldBe(ExitCode.BadArguments);
        host.Errors.ShouldContain("rehearse takes no '--fault'");
    }
}
