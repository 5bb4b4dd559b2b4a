using LocalHost.Documents;
using LocalHost.Drops;

namespace LocalHost.Cli;

/// <summary>From arguments to exit code.</summary>
public static class LocalHostProgram
{
    /// <param name="arguments">The command line.</param>
    /// <param name="terminal">What the program may print to.</param>
    /// <param name="environment">Reads environment variables.</param>
    /// <param name="stop">Cancelled when the user wants it to end.</param>
    public static Task<int> RunAsync(IReadOnlyList<string> arguments, Terminal terminal, Func<string, string?> environment, CancellationToken stop) =>
        ExitCode.OfAsync(terminal, async () =>
        {
            LocalHostOptions options = CommandLine.Parse(arguments);
            try
            {
                return options switch
                {
                    { Help: true } => await PrintAsync(terminal, HelpText.Write()),
                    { SamplesDirectory: { } directory } => await WriteSamplesAsync(directory, terminal, stop),
                    { DocumentsDirectory: { } directory } => await WriteDocumentsAsync(directory, stop),
                    { ServicesOnly: true } => await new ServicesRun(options, terminal, TimeProvider.System).RunAsync(environment, stop),
                    { Attach: true } => await new AttachRun(options, terminal, TimeProvider.System).RunAsync(stop),
                    _ => await new LocalHostRun(options, terminal, TimeProvider.System).RunAsync(environment, stop),
                };
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return options.Once ? ExitCode.HostFailure : ExitCode.Success;
            }
        });

    private static async Task<int> WriteDocumentsAsync(string directory, CancellationToken stop)
    {
        await CatalogueDocuments.WriteAsync(directory, stop);
        return ExitCode.Success;
    }

    private static async Task<int> WriteSamplesAsync(string directory, Terminal terminal, CancellationToken stop)
    {
        foreach (string file in await SampleDrops.WriteAsync(directory, TimeProvider.System, stop))
        {
            await terminal.Output.WriteLineAsync(file);
        }

        return ExitCode.Success;
    }

    private static async Task<int> PrintAsync(Terminal terminal, string text)
    {
        await terminal.Output.WriteAsync(text);
        return ExitCode.Success;
    }
}
