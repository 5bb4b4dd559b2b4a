using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace LocalHost.Tests.EndToEnd;

/// <summary>The real program as a process of its own, as a user starts it.</summary>
internal sealed class HostProcess : IDisposable
{
    // What a killed run had in hand is away for a minute, and this machine may have much else to do.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly ConcurrentQueue<string> _errors = new();

    private HostProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Keep(_output, line.Data);
        process.ErrorDataReceived += (_, line) => Keep(_errors, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string Output => string.Join('\n', _output);

    public string Errors => string.Join('\n', _errors);

    public static HostProcess Start(params string[] arguments) => Start(Describe(arguments));

    /// <summary>Starts it as described: from another folder, in another environment, or by another command.</summary>
    public static HostProcess Start(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.RedirectStandardInput = true;
        return new HostProcess(Process.Start(start)!);
    }

    /// <summary>How <see cref="Start(string[])"/> starts it.</summary>
    public static ProcessStartInfo Describe(params string[] arguments) =>
        new("dotnet", [Path.Combine(AppContext.BaseDirectory, "LocalHost.dll"), .. arguments]);

    public async Task<int> WaitForExitAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(patience.Token);
        return _process.ExitCode;
    }

    /// <summary>Waits until the program has printed one of these.</summary>
    public async Task PrintsAsync(params string[] texts)
    {
        bool HasPrinted() => texts.Any(text => Output.Contains(text, StringComparison.Ordinal));
        string what = $"'{string.Join("' or '", texts)}' is printed";
        await Eventually.BecomesTrueAsync(() => HasPrinted() || _process.HasExited, () => $"{what}; so far: {Output} {Errors}");
        if (_process.HasExited)
        {
            await WaitForExitAsync();
            HasPrinted().ShouldBeTrue($"The program ended before {what}: {Output} {Errors}");
        }
    }

    /// <summary>The number of a process that the program has named.</summary>
    /// <param name="pattern">Regular expression with the number as its one group.</param>
    public int ProcessId(string pattern) => int.Parse(Regex.Match(Output, pattern).Groups[1].ValueSpan, CultureInfo.InvariantCulture);

    /// <summary>SIGKILL: no handler runs, nothing is flushed.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>SIGTERM, as a deploy sends it: what runs may end in order.</summary>
    public async Task StopAsync()
    {
        using Process signal = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await signal.WaitForExitAsync();
        await WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private static void Keep(ConcurrentQueue<string> lines, string? line)
    {
        if (line is not null)
        {
            lines.Enqueue(line);
        }
    }
}
