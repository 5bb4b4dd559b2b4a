using LocalHost.Cli;

namespace LocalHost.ImportCertificate;

/// <summary>From the arguments after <c>import-certificate</c> to the exit code.</summary>
public static class ImportProgram
{
    /// <param name="arguments">The command line without the command's name.</param>
    /// <param name="terminal">What the program may print to.</param>
    /// <param name="environment">Reads environment variables.</param>
    /// <param name="stop">Cancelled when the user wants it to end.</param>
    public static Task<int> RunAsync(IReadOnlyList<string> arguments, Terminal terminal, Func<string, string?> environment, CancellationToken stop) =>
        ExitCode.OfAsync(terminal, async () =>
        {
            ImportOptions options = ImportCommandLine.Parse(arguments);
            if (options.Help)
            {
                await terminal.Output.WriteAsync(ImportHelpText.Text);
                return ExitCode.Success;
            }

            return await new ImportRun(options, terminal, TimeProvider.System).RunAsync(new ImportPassword(environment, ImportPassword.AskKeyboard), stop);
        });
}
