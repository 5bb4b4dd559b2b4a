using System.Diagnostics;
using KsefSimulator.Tests.Support;

namespace KsefSimulator.Tests.Hosting;

/// <summary>The simulator as users start it, in a process of its own.</summary>
internal sealed class SimulatorProcess : IAsyncDisposable
{
    private readonly Process _process;

    private SimulatorProcess(Process process, TestKsef ksef)
    {
        _process = process;
        Ksef = ksef;
    }

    public TestKsef Ksef { get; }

    public static async Task<SimulatorProcess> StartAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "KsefSimulator.dll"), "--urls", "http://127.0.0.1:0", .. arguments]) { RedirectStandardOutput = true };
        var process = Process.Start(start)!;
        var line = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The simulator did not start.");
        return new SimulatorProcess(process, TestKsef.At(new Uri(line[line.IndexOf("http", StringComparison.Ordinal)..])));
    }

    /// <summary>SIGKILL, wherever it is.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
        await Ksef.DisposeAsync();
    }
}
