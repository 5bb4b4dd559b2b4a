using System.Diagnostics;
using System.Runtime.InteropServices;

/// <summary>
/// Runs in the worker's process, before its <c>Main</c> (<c>DOTNET_STARTUP_HOOKS</c>, which wants this name outside of any namespace).
/// It ties the worker to its host: a worker does not end by itself when the stream to its host breaks, and would work on, unseen,
/// beside the worker of the next host.
/// </summary>
internal static class StartupHook
{
    public static void Initialize()
    {
        if (!OperatingSystem.IsWindows())
        {
            // Ctrl+C in a terminal goes to the whole session. The host ends its worker itself, after what is running.
            _ = StartSession();
        }

        new Thread(EndWithTheHost) { IsBackground = true }.Start();
    }

    // The host holds the other end of standard input and never writes to it.
    private static void EndWithTheHost()
    {
        _ = Console.OpenStandardInput().ReadByte();
        Process.GetCurrentProcess().Kill();
    }

    [DllImport("libc", EntryPoint = "setsid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int StartSession();
}
