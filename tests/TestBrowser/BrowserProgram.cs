namespace TestBrowser;

/// <summary>A Chromium that can be started.</summary>
/// <param name="Executable">Full path.</param>
/// <param name="Settings">Environment variables that it needs beside those of the tests.</param>
public sealed record BrowserProgram(string Executable, IReadOnlyDictionary<string, string> Settings)
{
    /// <summary>Environment variable that names the Chromium to use, whatever else is installed.</summary>
    public const string Variable = "CHROMIUM";

    private static readonly Lazy<Task<BrowserProgram>> ForTheseTests = new(() => EnsureAsync(
        Environment.GetEnvironmentVariable(Variable) ?? InstalledChromium.Find(), ChromiumPackage.UsersTools));

    /// <summary>The installed Chromium, or the one that npm installs once for each user.</summary>
    /// <exception cref="InvalidOperationException">There is none, and none could be installed.</exception>
    public static Task<BrowserProgram> EnsureAsync() => ForTheseTests.Value;

    /// <summary>The Chromium at a path, or the package's where there is no path.</summary>
    /// <param name="installed">Full path; null where none is installed.</param>
    /// <param name="toolsDirectory">Holds one folder for each locked set of packages.</param>
    /// <exception cref="InvalidOperationException">There is none, and none could be installed.</exception>
    public static async Task<BrowserProgram> EnsureAsync(string? installed, string toolsDirectory) =>
        installed is null ? await ChromiumPackage.EnsureAsync(toolsDirectory) : new BrowserProgram(installed, new Dictionary<string, string>());
}
