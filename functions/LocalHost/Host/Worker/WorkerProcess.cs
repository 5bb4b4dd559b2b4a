using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using LocalHost.Logging;

namespace LocalHost.Host.Worker;

/// <summary>The operating system's side of a worker: <c>dotnet App.dll</c>. It ends with this process, however that ends.</summary>
internal sealed class WorkerProcess
{
    private readonly Process _process;
    private readonly OutputTail _tail = new();
    private readonly Task _output;

    private WorkerProcess(Process process, ILogger console)
    {
        _process = process;
        _output = Task.WhenAll(
            OutputTail.ReadAsync(process.StandardOutput, line => console.LogInformation("{Line}", line)),
            OutputTail.ReadAsync(process.StandardError, line =>
            {
                _tail.Add(line);
                console.LogWarning("{Line}", line);
            }));
        Exited = WaitForExitAsync();
    }

    public int Id => _process.Id;

    /// <summary>Completes with how the process ended, in words for the user.</summary>
    public Task<string> Exited { get; }

    /// <param name="options">The app and its settings.</param>
    /// <param name="host">Where the worker finds the host's gRPC service.</param>
    /// <param name="workerId">How it names itself there.</param>
    /// <param name="console">Takes what it writes to its standard streams.</param>
    /// <exception cref="LocalHostException">There is no .NET to run it with.</exception>
    public static WorkerProcess Start(WorkerOptions options, Uri host, string workerId, ILogger console)
    {
        ProcessStartInfo start = new("dotnet", Arguments(options, host, workerId))
        {
            WorkingDirectory = options.AppDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (OperatingSystem.IsWindows())
        {
            // As StartupHook does elsewhere.
            start.CreateNewProcessGroup = true;
        }

        start.Environment["AZURE_FUNCTIONS_ENVIRONMENT"] = "Development";
        foreach ((string name, string value) in options.Settings)
        {
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        start.Environment["FUNCTIONS_WORKER_RUNTIME"] = "dotnet-isolated";
        start.Environment["FUNCTIONS_APPLICATION_DIRECTORY"] = options.AppDirectory;
        start.Environment["DOTNET_STARTUP_HOOKS"] = typeof(StartupHook).Assembly.Location;
        try
        {
            return new WorkerProcess(Process.Start(start)!, console);
        }
        catch (Win32Exception exception)
        {
            throw new LocalHostException($"'dotnet', which runs the app, could not be started: {exception.Message}", exception);
        }
    }

    /// <summary>Does nothing to a process that has ended.</summary>
    public void Kill() => _process.Kill();

    // Older workers read the first names, newer ones the names that begin with "functions".
    private static string[] Arguments(WorkerOptions options, Uri host, string workerId)
    {
        string length = int.MaxValue.ToString(CultureInfo.InvariantCulture);
        return
        [
            Path.Combine(options.AppDirectory, options.AppAssembly),
            "--host", host.Host, "--port", host.Port.ToString(CultureInfo.InvariantCulture),
            "--workerId", workerId, "--requestId", workerId, "--grpcMaxMessageLength", length,
            "--functions-uri", host.AbsoluteUri, "--functions-worker-id", workerId, "--functions-request-id", workerId,
            "--functions-grpc-max-message-length", length,
        ];
    }

    private async Task<string> WaitForExitAsync()
    {
        await _process.WaitForExitAsync();
        await _output;
        return $"with exit code {_process.ExitCode}.{_tail}";
    }
}
