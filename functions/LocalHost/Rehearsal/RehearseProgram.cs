using KsefFunctions.Files;
using KsefFunctions.Settings;
using KsefSimulator.Settings;
using LocalHost.Cli;
using LocalHost.Hosting;
using LocalHost.Logging;
using SampleInvoices;

namespace LocalHost.Rehearsal;

/// <summary><c>rehearse</c>: acts out entries of the runbook, one after the other, and says whether each number comes and goes as written there.</summary>
public static class RehearseProgram
{
    public const string Name = "rehearse";

    // What takes days in earnest takes seconds here.
    private static readonly Dictionary<string, string> ShortWaits = new()
    {
        [AppSettings.Name(nameof(KsefFunctionsOptions.FirstRetry))] = "00:00:00.2",
        [AppSettings.Name(nameof(KsefFunctionsOptions.LongestRetry))] = "00:00:01",
        [AppSettings.Name(nameof(KsefFunctionsOptions.RetryFor))] = "00:00:04",
        [AppSettings.Name(nameof(KsefFunctionsOptions.NextSessionAfter))] = "00:00:00.2",
        [AppSettings.Name(nameof(KsefFunctionsOptions.ReceiptsFor))] = "00:00:02",
    };

    /// <param name="arguments">The command line without the command's name.</param>
    /// <param name="terminal">What the program may print to.</param>
    /// <param name="stop">Cancelled when the user wants it to end.</param>
    public static Task<int> RunAsync(IReadOnlyList<string> arguments, Terminal terminal, CancellationToken stop) => ExitCode.OfAsync(terminal, async () =>
    {
        if (arguments is ["--help" or "-h" or "-?"])
        {
            await terminal.Output.WriteAsync(RehearseHelpText.Text);
            return ExitCode.Success;
        }

        return arguments.Count == 0 ? await RunAsync(terminal, stop) : throw new CommandLineException($"{Name} takes no '{arguments[0]}'.");
    });

    private static async Task<int> RunAsync(Terminal terminal, CancellationToken stop)
    {
        await terminal.Output.WriteLineAsync("Starting the app and what it needs around it; nothing of it is kept.");
        await using LocalApp app = await LocalApp.StartAsync(
            new LocalAppOptions
            {
                Services = new LocalServicesOptions
                {
                    IssuesCredentials = false,
                    Simulator = new SimulatorOptions { ProcessingDelay = TimeSpan.Zero },
                    AppSettings = ShortWaits,
                    Report = terminal.Output.WriteLine,
                },
                ConfigureLogging = logging => HostLogging.Configure(logging).SetMinimumLevel(LogLevel.Critical),
            },
            stop);
        using ServiceProvider services = new ServiceCollection().AddHttpClient().BuildServiceProvider();
        var stage = new RehearsalStage(app, services.GetRequiredService<IHttpClientFactory>().CreateClient(), TimeProvider.System);
        bool allWell = true;
        foreach ((int index, RehearsedEntry entry) in RunbookEntries.All.Index())
        {
            allWell &= await RehearseAsync(stage, entry, SampleNips.At(index), terminal.Output, stop);
        }

        await terminal.Output.WriteLineAsync(allWell ? "Every entry went as the runbook says." : "Something went otherwise than the runbook says.");
        return allWell ? ExitCode.Success : ExitCode.NotAllAccepted;
    }

    private static async Task<bool> RehearseAsync(RehearsalStage stage, RehearsedEntry entry, string nip, TextWriter output, CancellationToken stop)
    {
        await output.WriteLineAsync($"{entry.Code}  {entry.Trouble}");
        entry.Provoke(stage, nip);
        FileRecord stopped = await stage.DropAsync(nip, entry.IsPackage, stop);
        string[] codes = [.. stopped.Findings.Select(error => error.Code).Distinct()];
        bool isSeen = codes.Contains(entry.Code);
        await output.WriteLineAsync($"          seen: {stopped.Outcome} with {(codes.Length > 0 ? string.Join(", ", codes) : "no number")}{(isSeen ? string.Empty : "  <- not the number of the entry")}");
        FileRecord mended = await entry.Act(stage, stopped, stop);
        bool isMended = mended.Outcome == FileOutcome.Accepted;
        await output.WriteLineAsync($"          done: {entry.Action}; {mended.Outcome}{(isMended ? string.Empty : "  <- not accepted")}");
        return isSeen && isMended;
    }
}
