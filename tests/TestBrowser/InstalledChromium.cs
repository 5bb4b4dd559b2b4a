namespace TestBrowser;

/// <summary>Chromium, or a browser built from it, as the machine's user has installed it.</summary>
internal static class InstalledChromium
{
    // Ubuntu's chromium-browser may be a script that only asks to install a snap: last.
    private static readonly string[] Commands = ["chromium", "google-chrome", "google-chrome-stable", "chromium-browser"];

    /// <summary>Its full path; null where there is none.</summary>
    public static string? Find() => Candidates().FirstOrDefault(File.Exists);

    private static IEnumerable<string> Candidates()
    {
        if (OperatingSystem.IsWindows())
        {
            Environment.SpecialFolder[] roots = [Environment.SpecialFolder.ProgramFiles, Environment.SpecialFolder.ProgramFilesX86];
            string[] programs = ["Google/Chrome/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe"];
            return programs.SelectMany(program => roots.Select(root => Path.Combine(Environment.GetFolderPath(root), program)));
        }

        if (OperatingSystem.IsMacOS())
        {
            return ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium"];
        }

        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return Commands.SelectMany(command => folders.Select(folder => Path.Combine(folder, command)));
    }
}
