using System.ComponentModel;
using System.Diagnostics;
using KsefFunctions.Tests.Infrastructure;

namespace KsefFunctions.Tests.Erp;

/// <summary>Runs an example of <c>docs/examples</c> as an ERP would: as a program of its own.</summary>
internal static class ExampleProgram
{
    // The C# example is restored and built first.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <param name="program">Program, found by PATH.</param>
    /// <param name="example">File below <c>docs/examples</c>.</param>
    /// <param name="arguments">What the example is given.</param>
    /// <param name="environment">Variables beside those of the tests.</param>
    /// <param name="input">What it reads from standard input.</param>
    public static async Task<ExampleRun> RunAsync(
        string program, string example, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> environment, string input = "")
    {
        var start = new ProcessStartInfo(program) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        string[] command = program == "dotnet" ? ["run", "--file"] : [];
        foreach (var argument in command.Append(Repository.PathOf($"docs/examples/{example}")).Concat(program == "dotnet" ? ["--"] : []).Concat(arguments))
        {
            start.ArgumentList.Add(argument);
        }

        // Servers that outlive the build would hold its output open.
        start.Environment["UseSharedCompilation"] = "false";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "false";
        start.Environment["PYTHONDONTWRITEBYTECODE"] = "1";
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Started(start);
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            var errors = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return new ExampleRun(process.ExitCode, await output, await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{example} did not end within {Patience}.");
        }
    }

    private static Process Started(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception missing)
        {
            throw new InvalidOperationException($"'{start.FileName}' is missing on this machine: the example needs it. Install it and run the tests again.", missing);
        }
    }
}

/// <summary>How an example ended.</summary>
internal sealed record ExampleRun(int ExitCode, string Output, string Errors);
