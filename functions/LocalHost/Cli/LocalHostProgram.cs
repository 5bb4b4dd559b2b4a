using LocalHost.Hosting;
using LocalHost.ImportCertificate;

namespace LocalHost.Cli;

/// <summary>From arguments to exit code.</summary>
public static class LocalHostProgram
{
    /// <param name="arguments">The command line.</param>
    /// <param name="terminal">What the program may print to.</param>
    /// <param name="environment">Reads environment variables.</param>
    /// <param name="stop">Cancelled when the user wants it to end.</param>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, Terminal terminal, Func<string, string?> environment, CancellationToken stop)
    {
        var options = new LocalHostOptions();
        try
        {
            if (arguments.Count > 0 && arguments[0] == ImportCommandLine.Name)
            {
                return await ImportAsync(ImportCommandLine.Parse(arguments.Skip(1)), terminal, environment, stop);
            }

            options = CommandLine.Parse(arguments);
            if (options.Help)
            {
                await terminal.Output.WriteAsync(HelpText.Text);
                return ExitCode.Success;
            }

            if (options.Errors)
            {
                await terminal.Output.WriteAsync(ErrorDocument.Text());
                return ExitCode.Success;
            }

            return options switch
            {
                { ServicesOnly: true } => await new ServicesRun(options, terminal, TimeProvider.System).RunAsync(environment, stop),
                { Attach: true } => await new AttachRun(options, terminal, TimeProvider.System).RunAsync(stop),
                _ => await new LocalHostRun(options, terminal, TimeProvider.System).RunAsync(environment, stop),
            };
        }
        catch (CommandLineException exception)
        {
            await terminal.Errors.WriteLineAsync(exception.Message);
            await terminal.Errors.WriteLineAsync("--help shows all options.");
            return ExitCode.BadArguments;
        }
        catch (DataDirectoryException exception)
        {
            await terminal.Errors.WriteLineAsync(exception.Message);
            return ExitCode.BadArguments;
        }
        catch (LocalHostException exception)
        {
            await terminal.Errors.WriteLineAsync(exception.Message);
            return ExitCode.HostFailure;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return options.Once ? ExitCode.HostFailure : ExitCode.Success;
        }
        catch (Exception exception)
        {
            await terminal.Errors.WriteLineAsync($"LocalHost failed: {exception}");
            return ExitCode.HostFailure;
        }
    }

    private static async Task<int> ImportAsync(ImportOptions options, Terminal terminal, Func<string, string?> environment, CancellationToken stop)
    {
        if (options.Help)
        {
            await terminal.Output.WriteAsync(ImportHelpText.Text);
            return ExitCode.Success;
        }

        return await new ImportRun(options, terminal, TimeProvider.System).RunAsync(new ImportPassword(environment, ImportPassword.AskKeyboard), stop);
    }
}
