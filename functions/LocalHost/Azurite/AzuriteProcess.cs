using System.Diagnostics;
using System.Globalization;
using LocalHost.Logging;

namespace LocalHost.Azurite;

/// <summary>
/// A running Azurite with two accounts, one for the runtime and one for the invoices as on Azure, each with blobs, queues and tables. It ends
/// with this process, however that ends.
/// </summary>
public sealed class AzuriteProcess : IAsyncDisposable
{
    private const string RuntimeAccount = "ksefruntime";
    private const string InvoicesAccount = "ksefinvoices";

    private readonly Process _launcher;
    private readonly Task _output;
    private readonly OutputTail _tail;
    private bool _stopping;

    private AzuriteProcess(Process launcher, OutputTail tail, Task errors, AzuriteAnnouncement announced, AzuriteAccount runtime, AzuriteAccount invoices)
    {
        _launcher = launcher;
        _tail = tail;
        ProcessId = announced.ProcessId!.Value;
        Ports = announced.Ports;
        RuntimeConnectionString = runtime.ConnectionString(Ports);
        InvoicesConnectionString = invoices.ConnectionString(Ports);
        InvoicesBlobEndpoint = invoices.Endpoint(Ports.Blob);
        _output = Task.WhenAll(errors, OutputTail.ReadAsync(launcher.StandardOutput, tail.Add));
    }

    /// <summary>The account of the Functions host and of Durable Functions, <c>AzureWebJobsStorage</c>.</summary>
    public string RuntimeConnectionString { get; }

    /// <summary>The account of inbox, outbox and archive; also for an ERP and for tools such as Azure Storage Explorer.</summary>
    public string InvoicesConnectionString { get; }

    public Uri InvoicesBlobEndpoint { get; }

    public AzuritePorts Ports { get; }

    /// <summary>The process that serves. After SIGTERM or SIGINT it saves and ends.</summary>
    public int ProcessId { get; }

    /// <summary>Completes, with an <see cref="LocalHostException"/>, when Azurite ends without having been asked to.</summary>
    public async Task WatchAsync()
    {
        await _output;
        if (!_stopping)
        {
            throw new LocalHostException($"Azurite ended unexpectedly.{_tail}");
        }
    }

    /// <summary>Installs Azurite where it is missing, starts it and waits until all its services answer.</summary>
    /// <exception cref="LocalHostException">Node.js is missing, npm failed, or Azurite did not start.</exception>
    public static async Task<AzuriteProcess> StartAsync(AzuriteOptions options, CancellationToken cancellationToken)
    {
        AzuriteInstallation installation = await AzuriteInstallation.EnsureAsync(
            options.ToolsDirectory ?? DefaultToolsDirectory, options.Report, cancellationToken);
        string? pidFile = null;
        if (options.DataDirectory is not null)
        {
            Directory.CreateDirectory(options.DataDirectory);
            pidFile = PidFile(options.DataDirectory);
            await AzuriteLeftover.ClearAsync(pidFile, cancellationToken);
        }

        AzuriteAccount runtime = AzuriteAccount.Of(RuntimeAccount, options.RuntimeKey);
        AzuriteAccount invoices = AzuriteAccount.Of(InvoicesAccount, options.InvoicesKey);
        Process launcher = NodeTool.Start(Describe(installation, options, runtime, invoices));
        var tail = new OutputTail();
        Task errors = OutputTail.ReadAsync(launcher.StandardError, tail.Add);
        using CancellationTokenRegistration stop = cancellationToken.Register(launcher.StandardInput.Close);
        var announced = new AzuriteAnnouncement();
        while (await launcher.StandardOutput.ReadLineAsync(CancellationToken.None) is { } line)
        {
            if (announced.Read(line) && pidFile is not null)
            {
                await File.WriteAllTextAsync(pidFile, announced.ProcessId!.Value.ToString(CultureInfo.InvariantCulture), cancellationToken);
            }

            if (announced.IsComplete)
            {
                return new AzuriteProcess(launcher, tail, errors, announced, runtime, invoices);
            }
        }

        await errors;
        launcher.Dispose();
        cancellationToken.ThrowIfCancellationRequested();
        throw new LocalHostException($"Azurite did not start.{tail}");
    }

    /// <summary>Waits until an Azurite that an earlier host left behind on this data has saved and gone.</summary>
    public static Task ClearLeftoverAsync(string dataDirectory, CancellationToken cancellationToken) =>
        AzuriteLeftover.ClearAsync(PidFile(dataDirectory), cancellationToken);

    public async ValueTask DisposeAsync()
    {
        _stopping = true;
        _launcher.StandardInput.Close();
        await _output;
        _launcher.Dispose();
    }

    private static string DefaultToolsDirectory => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "KsefFunctions", "tools");

    private static string PidFile(string dataDirectory) => Path.Combine(dataDirectory, "azurite.pid");

    private static ProcessStartInfo Describe(AzuriteInstallation installation, AzuriteOptions options, AzuriteAccount runtime, AzuriteAccount invoices)
    {
        AzuritePorts ports = options.PreferredPorts ?? AzuritePorts.Any;
        List<string> arguments =
        [
            installation.LauncherPath, installation.MainPath,
            "--blobHost", "127.0.0.1", "--blobPort", ports.Blob.ToString(CultureInfo.InvariantCulture),
            "--queueHost", "127.0.0.1", "--queuePort", ports.Queue.ToString(CultureInfo.InvariantCulture),
            "--tableHost", "127.0.0.1", "--tablePort", ports.Table.ToString(CultureInfo.InvariantCulture),
            "--disableTelemetry", "--skipApiVersionCheck",
        ];
        arguments.AddRange(options.DataDirectory is null ? ["--inMemoryPersistence"] : ["--location", options.DataDirectory]);
        if (options.AccessLogFile is null)
        {
            arguments.Add("--silent");
        }

        ProcessStartInfo start = NodeTool.Describe("node", arguments, options.DataDirectory ?? Path.GetTempPath());

        // Keys go where other users of the machine cannot read them: arguments are open to all.
        start.Environment["AZURITE_ACCOUNTS"] = $"{runtime.Name}:{runtime.Key};{invoices.Name}:{invoices.Key}";
        start.Environment["AZURITE_ACCESS_LOG"] = options.AccessLogFile is { } file ? Path.GetFullPath(file) : null;
        return start;
    }
}
