using System.Diagnostics;
using System.Reflection;

namespace KsefFunctions.Tests.Infrastructure.Bicep;

/// <summary>The Bicep compiler from its package, run as a process. It needs no network: no template names a module of a registry.</summary>
internal static class BicepCompiler
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private static readonly string Executable = FindExecutable();

    /// <summary>Runs one command to its end, however it ends.</summary>
    /// <param name="directory">Where it runs; relative paths among the arguments start here.</param>
    /// <param name="variables">The variables of an azd environment; those of whoever runs the tests are not seen.</param>
    /// <param name="arguments">Command and options.</param>
    public static async Task<BicepRun> RunAsync(string directory, IReadOnlyDictionary<string, string> variables, params string[] arguments)
    {
        var start = new ProcessStartInfo(Executable, arguments) { WorkingDirectory = directory, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var inherited in start.Environment.Keys.Where(IsOfAzd).ToList())
        {
            start.Environment.Remove(inherited);
        }

        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        using var deadline = new CancellationTokenSource(Patience);
        try
        {
            var texts = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(deadline.Token), process.StandardError.ReadToEndAsync(deadline.Token));
            await process.WaitForExitAsync(deadline.Token);
            return new BicepRun(process.ExitCode, string.Concat(texts));
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"bicep {string.Join(' ', arguments)} did not end within {Patience}.");
        }
    }

    private static bool IsOfAzd(string variable) =>
        variable.StartsWith("AZURE_", StringComparison.OrdinalIgnoreCase) || variable.StartsWith("KSEF_", StringComparison.OrdinalIgnoreCase);

    // A package carries no rights of files: what unpacks it may or may not set the right to run.
    private static string FindExecutable()
    {
        var path = typeof(BicepCompiler).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(one => one.Key == "BicepPath").Value!;
        if (!OperatingSystem.IsWindows() && !File.GetUnixFileMode(path).HasFlag(UnixFileMode.UserExecute))
        {
            File.SetUnixFileMode(path, File.GetUnixFileMode(path) | UnixFileMode.UserExecute);
        }

        return path;
    }
}
