using System.ComponentModel;
using System.Diagnostics;

namespace TestBrowser;

/// <summary>Runs npm, which the user's machine must have.</summary>
internal static class Npm
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Installs what the lock file of a folder names.</summary>
    /// <exception cref="NpmException">npm is missing, failed, or took more than five minutes.</exception>
    public static async Task InstallAsync(string directory)
    {
        var start = new ProcessStartInfo("npm", ["ci"]) { WorkingDirectory = directory, RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using var npm = Process.Start(start)!;
            var output = npm.StandardOutput.ReadToEndAsync();
            var errors = npm.StandardError.ReadToEndAsync();
            using var deadline = new CancellationTokenSource(Patience);
            try
            {
                await npm.WaitForExitAsync(deadline.Token);
            }
            catch (OperationCanceledException exception)
            {
                npm.Kill(entireProcessTree: true);
                throw new NpmException($"it was not done within {Patience.TotalMinutes} minutes", exception);
            }

            await output;
            if (npm.ExitCode != 0)
            {
                throw new NpmException((await errors).Trim(), null);
            }
        }
        catch (Win32Exception exception)
        {
            throw new NpmException("Node.js with npm was not found", exception);
        }
    }
}
