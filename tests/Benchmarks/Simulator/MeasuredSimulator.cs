using System.Diagnostics;
using System.Globalization;

namespace Benchmarks.Simulator;

/// <summary>A simulator in a process of its own on core 0; this process keeps to the other cores, where there are any.</summary>
internal sealed class MeasuredSimulator : IDisposable
{
    private readonly Process _process;

    private MeasuredSimulator(Process process, Uri baseAddress)
    {
        _process = process;
        BaseAddress = baseAddress;
    }

    public Uri BaseAddress { get; }

    /// <summary>The largest amount of memory that the process has held so far (VmHWM), in megabytes.</summary>
    public long PeakMegabytes
    {
        get
        {
            var line = File.ReadLines($"/proc/{_process.Id}/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) * 1024 / 1_000_000;
        }
    }

    /// <summary>Processor time used so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public static async Task<MeasuredSimulator> StartAsync()
    {
        if (!OperatingSystem.IsLinux())
        {
            throw new PlatformNotSupportedException("The simulator is measured on one core by taskset, which is of Linux.");
        }

        if (Environment.ProcessorCount > 1)
        {
            Process.GetCurrentProcess().ProcessorAffinity = (nint)((1L << Environment.ProcessorCount) - 2);
        }

        string[] arguments = ["-c", "0", "dotnet", Path.Combine(AppContext.BaseDirectory, "KsefSimulator.dll"), "--urls", "http://127.0.0.1:0", "--processing-delay", "0s", "--access-token-lifetime", "12h"];
        var process = Process.Start(new ProcessStartInfo("taskset", arguments) { RedirectStandardOutput = true })!;
        var line = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The simulator did not start.");
        return new MeasuredSimulator(process, new Uri(line[line.IndexOf("http", StringComparison.Ordinal)..]));
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }
}
