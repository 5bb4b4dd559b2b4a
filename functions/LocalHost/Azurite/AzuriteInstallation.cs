using System.Security.Cryptography;

namespace LocalHost.Azurite;

/// <summary>Azurite as npm installs it from the lock file beside this code: once per user and version, outside the source tree.</summary>
internal sealed record AzuriteInstallation(string LauncherPath, string MainPath)
{
    private static readonly string[] PackageFiles = ["package.json", "package-lock.json", ".npmrc"];

    private static string SourceDirectory => Path.Combine(AppContext.BaseDirectory, "Azurite");

    /// <summary>Finds the installation, or makes it.</summary>
    /// <param name="toolsDirectory">Holds one folder per locked set of packages.</param>
    /// <param name="report">Told when npm has to run.</param>
    /// <param name="cancellationToken">Stops npm.</param>
    public static async Task<AzuriteInstallation> EnsureAsync(string toolsDirectory, Action<string>? report, CancellationToken cancellationToken)
    {
        byte[] lockFile = await File.ReadAllBytesAsync(Path.Combine(SourceDirectory, "package-lock.json"), cancellationToken);
        string directory = Path.Combine(toolsDirectory, $"azurite-{Convert.ToHexStringLower(SHA256.HashData(lockFile))[..12]}");
        string main = Path.Combine(directory, "node_modules", "azurite", "dist", "src", "azurite.js");
        await NodeTool.DemandNodeAsync(cancellationToken);
        if (!File.Exists(main))
        {
            report?.Invoke($"First start: installing Azurite with npm into {directory} (once, about 350 MB).");
            await InstallAsync(directory, cancellationToken);
        }

        return new AzuriteInstallation(Path.Combine(SourceDirectory, "launch.cjs"), main);
    }

    // Installed aside and moved into place, so that a stopped npm leaves nothing half done and two hosts do not disturb each other.
    private static async Task InstallAsync(string directory, CancellationToken cancellationToken)
    {
        string aside = $"{directory}.{Environment.ProcessId}";
        Directory.CreateDirectory(aside);
        try
        {
            foreach (string file in PackageFiles)
            {
                File.Copy(Path.Combine(SourceDirectory, file), Path.Combine(aside, file), overwrite: true);
            }

            await NodeTool.RunAsync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], aside, cancellationToken);
            if (!Directory.Exists(directory))
            {
                Directory.Move(aside, directory);
            }
        }
        finally
        {
            if (Directory.Exists(aside))
            {
                Directory.Delete(aside, recursive: true);
            }
        }
    }
}
