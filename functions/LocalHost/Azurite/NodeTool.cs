using System.ComponentModel;
using System.Diagnostics;

namespace LocalHost.Azurite;

/// <summary>Runs <c>node</c> and <c>npm</c>, which the user's machine must have.</summary>
internal static class NodeTool
{
    private const int OldestNode = 20;

    /// <summary>Process settings for <c>node</c> or <c>npm</c>, which is a batch file on Windows.</summary>
    public static ProcessStartInfo Describe(string tool, IEnumerable<string> arguments, string workingDirectory)
    {
        bool viaShell = OperatingSystem.IsWindows() && tool == "npm";
        var start = new ProcessStartInfo(viaShell ? "cmd.exe" : tool)
        {
            WorkingDirectory = workingDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        IEnumerable<string> prefix = viaShell ? ["/d", "/c", tool] : [];
        foreach (string argument in prefix.Concat(arguments))
        {
            start.ArgumentList.Add(argument);
        }

        return start;
    }

    /// <summary>Starts a tool, or says in plain words that Node.js is missing.</summary>
    public static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start) ?? throw new LocalHostException($"{start.FileName} did not start.");
        }
        catch (Win32Exception exception)
        {
            throw new LocalHostException(
                $"Node.js {OldestNode} or newer is needed for Azurite, and '{start.FileName}' was not found. Install it from https://nodejs.org and start again.",
                exception);
        }
    }

    /// <summary>Runs a tool to its end and returns what it printed; a failure carries the end of its error output.</summary>
    public static async Task<string> RunAsync(string tool, IReadOnlyList<string> arguments, string workingDirectory, CancellationToken cancellationToken)
    {
        using Process process = Start(Describe(tool, arguments, workingDirectory));
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        Task<string> errors = process.StandardError.ReadToEndAsync(cancellationToken);
        try
        {
            await process.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        if (process.ExitCode != 0)
        {
            throw new LocalHostException($"'{tool} {string.Join(' ', arguments)}' failed with exit code {process.ExitCode}: {Tail(await errors)}");
        }

        return await output;
    }

    /// <summary>Fails with a clear message unless a recent enough Node.js is there.</summary>
    public static async Task DemandNodeAsync(CancellationToken cancellationToken)
    {
        string version = (await RunAsync("node", ["--version"], Environment.CurrentDirectory, cancellationToken)).Trim();
        if (!Version.TryParse(version.TrimStart('v'), out Version? parsed) || parsed.Major < OldestNode)
        {
            throw new LocalHostException($"Node.js {OldestNode} or newer is needed for Azurite; this machine has {version}.");
        }
    }

    private static string Tail(string text) => text.Length <= 2000 ? text.Trim() : text[^2000..].Trim();
}
