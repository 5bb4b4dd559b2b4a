using System.Diagnostics;
using System.Globalization;

namespace LocalHost.Azurite;

/// <summary>An Azurite that a killed host left behind on the same data: it is saving and about to go, or it hangs.</summary>
internal static class AzuriteLeftover
{
    private static readonly TimeSpan TimeToSave = TimeSpan.FromSeconds(15);

    public static async Task ClearAsync(string pidFile, CancellationToken cancellationToken)
    {
        if (!File.Exists(pidFile) ||
            !int.TryParse(await File.ReadAllTextAsync(pidFile, cancellationToken), CultureInfo.InvariantCulture, out int pid) ||
            Find(pid) is not { } process)
        {
            return;
        }

        using (process)
        using (var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken))
        {
            deadline.CancelAfter(TimeToSave);
            try
            {
                await process.WaitForExitAsync(deadline.Token);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                process.Kill();
                await process.WaitForExitAsync(cancellationToken);
            }
        }
    }

    // The number may belong to another program by now: only a Node.js process is waited for.
    private static Process? Find(int pid)
    {
        try
        {
            var process = Process.GetProcessById(pid);
            return process.ProcessName.StartsWith("node", StringComparison.OrdinalIgnoreCase) ? process : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
