using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;

namespace LocalHost.Azurite;

/// <summary>A running Azurite blob service. It ends with this process, however that ends.</summary>
public sealed class AzuriteProcess : IAsyncDisposable
{
    private const string Account = "devstoreaccount1";
    private const string PidPrefix = "pid ";
    private const string ListeningPhrase = "successfully listens on ";

    private readonly Process _launcher;
    private readonly Task _output;
    private readonly AzuriteLog _log;
    private bool _stopping;

    private AzuriteProcess(Process launcher, AzuriteLog log, Uri address, string key)
    {
        _launcher = launcher;
        _log = log;
        Port = address.Port;
        BlobEndpoint = new Uri(address, Account);
        ConnectionString = $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={key};BlobEndpoint={BlobEndpoint};";
        _output = _log.DrainAsync(launcher.StandardOutput);
    }

    /// <summary>For <c>BlobServiceClient</c> and for tools such as Azure Storage Explorer.</summary>
    public string ConnectionString { get; }

    public Uri BlobEndpoint { get; }

    public int Port { get; }

    /// <summary>Completes, with an <see cref="AzuriteException"/>, when Azurite ends without having been asked to.</summary>
    public async Task WatchAsync()
    {
        await _output;
        if (!_stopping)
        {
            throw new AzuriteException($"Azurite ended unexpectedly. {_log.Tail}");
        }
    }

    /// <summary>Installs Azurite where it is missing, starts it and waits until it answers.</summary>
    /// <exception cref="AzuriteException">Node.js is missing, npm failed, or Azurite did not start.</exception>
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

        AzuriteProcess? process = options.PreferredPort is int port ? await TryStartAsync(installation, options, port, pidFile, cancellationToken) : null;
        return process
            ?? await TryStartAsync(installation, options, port: 0, pidFile, cancellationToken)
            ?? throw new AzuriteException("Azurite found no free port.");
    }

    /// <summary>Waits until an Azurite that an earlier host left behind on this data has saved and gone.</summary>
    public static Task ClearLeftoverAsync(string dataDirectory, CancellationToken cancellationToken) =>
        AzuriteLeftover.ClearAsync(PidFile(dataDirectory), cancellationToken);

    public async ValueTask DisposeAsync()
    {
        _stopping = true;
        _launcher.StandardInput.Close();
        await _output;
        await _log.Errors;
        _launcher.Dispose();
    }

    private static string DefaultToolsDirectory => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "KsefFunctions", "tools");

    private static string PidFile(string dataDirectory) => Path.Combine(dataDirectory, "azurite.pid");

    /// <returns>Null when the port is taken.</returns>
    private static async Task<AzuriteProcess?> TryStartAsync(
        AzuriteInstallation installation, AzuriteOptions options, int port, string? pidFile, CancellationToken cancellationToken)
    {
        string key = options.AccountKey ?? Convert.ToBase64String(RandomNumberGenerator.GetBytes(64));
        List<string> arguments =
        [
            installation.LauncherPath, installation.MainPath,
            "--blobHost", "127.0.0.1", "--blobPort", port.ToString(CultureInfo.InvariantCulture),
            "--disableTelemetry", "--skipApiVersionCheck", "--silent",
        ];
        arguments.AddRange(options.DataDirectory is null ? ["--inMemoryPersistence"] : ["--location", options.DataDirectory]);
        ProcessStartInfo start = NodeTool.Describe("node", arguments, options.DataDirectory ?? Path.GetTempPath());
        start.Environment["AZURITE_ACCOUNTS"] = $"{Account}:{key}";

        Process launcher = NodeTool.Start(start);
        var log = new AzuriteLog(launcher.StandardError);
        using CancellationTokenRegistration stop = cancellationToken.Register(launcher.StandardInput.Close);
        while (await launcher.StandardOutput.ReadLineAsync(CancellationToken.None) is { } line)
        {
            if (pidFile is not null && line.StartsWith(PidPrefix, StringComparison.Ordinal))
            {
                await File.WriteAllTextAsync(pidFile, line[PidPrefix.Length..], cancellationToken);
            }
            else if (line.IndexOf(ListeningPhrase, StringComparison.Ordinal) is >= 0 and int at)
            {
                return new AzuriteProcess(launcher, log, new Uri(line[(at + ListeningPhrase.Length)..].Trim()), key);
            }
        }

        await log.Errors;
        launcher.Dispose();
        cancellationToken.ThrowIfCancellationRequested();
        return log.Tail.Contains("EADDRINUSE", StringComparison.Ordinal)
            ? null
            : throw new AzuriteException($"Azurite did not start. {log.Tail}");
    }
}
