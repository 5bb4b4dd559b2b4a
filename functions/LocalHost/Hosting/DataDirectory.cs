using System.Text;
using System.Text.Json;
using KeyVaultServer;
using LocalHost.Azurite;

namespace LocalHost.Hosting;

/// <summary>The folder that holds everything one host remembers. Open, it belongs to this process alone.</summary>
public sealed class DataDirectory : IDisposable
{
    private const string Marker = ".ksef-localhost";
    private const string Aside = "earlier-state";

    // Its second line is the version of what lies beside it: another one cannot be read.
    private const string MarkerText = "LocalHost of KsefFunctions keeps its state in this folder; --fresh deletes everything beside this file.\nState 2\n";

    private readonly FileStream _lock;

    private DataDirectory(string path, FileStream ownership)
    {
        Path = path;
        _lock = ownership;
    }

    public string Path { get; }

    public string Azurite => System.IO.Path.Combine(Path, "azurite");

    public string Broker => System.IO.Path.Combine(Path, "broker");

    public string Vault => System.IO.Path.Combine(Path, "vault");

    public string Simulator => System.IO.Path.Combine(Path, "simulator");

    public string LogFile => System.IO.Path.Combine(Path, "host.log");

    /// <summary>Holds the connection string of the running Azurite, for tools such as Azure Storage Explorer and for an ERP under development.</summary>
    public string ConnectionStringFile => System.IO.Path.Combine(Path, "storage-connection-string.txt");

    private string IdentityFile => System.IO.Path.Combine(Path, "host.json");

    /// <summary>Where state is kept unless the user says otherwise: hosts for other targets and with other ports do not disturb each other.</summary>
    public static string Usual(KsefTarget target, int? port)
    {
        string local = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        string name = target.ToString().ToLowerInvariant();
        return System.IO.Path.Combine(local, "KsefFunctions", port is int number ? $"{name}-{number}" : name);
    }

    /// <summary>Opens or makes the folder.</summary>
    /// <param name="path">Where it is or shall be.</param>
    /// <param name="fresh">Deletes what a host left in it; never anything in a folder that no host made.</param>
    /// <param name="report">Told when what lies there is of an earlier version and is kept aside.</param>
    /// <param name="cancellationToken">Ends the wait for an earlier host's Azurite.</param>
    /// <exception cref="DataDirectoryException">It belongs to somebody else.</exception>
    public static async Task<DataDirectory> OpenAsync(string path, bool fresh, Action<string>? report, CancellationToken cancellationToken)
    {
        path = System.IO.Path.GetFullPath(path);
        string marker = System.IO.Path.Combine(path, Marker);
        Directory.CreateDirectory(path);
        if (!File.Exists(marker))
        {
            if (Directory.EnumerateFileSystemEntries(path).Any())
            {
                throw new DataDirectoryException($"The folder '{path}' holds files that LocalHost did not make. Choose a new or an empty one.");
            }

            await File.WriteAllTextAsync(marker, MarkerText, cancellationToken);
        }

        var directory = new DataDirectory(path, Lock(marker, path));
        bool isOfThisVersion = directory.ReadMarker() == MarkerText;
        if (fresh || !isOfThisVersion)
        {
            await AzuriteProcess.ClearLeftoverAsync(directory.Azurite, cancellationToken);
        }

        if (fresh)
        {
            directory.Wipe();
        }
        else if (!isOfThisVersion)
        {
            report?.Invoke($"The state in '{path}' was written by an earlier version and cannot be read any more. It is kept in '{directory.KeepAside()}'; this start begins anew.");
        }

        directory.WriteMarker();
        return directory;
    }

    /// <summary>Keys and ports of this folder; keys are made at the first call.</summary>
    public HostIdentity ReadIdentity() => File.Exists(IdentityFile)
        ? JsonSerializer.Deserialize(File.ReadAllBytes(IdentityFile), HostIdentityJson.Default.HostIdentity)!
        : HostIdentity.New();

    /// <summary>Keeps keys and ports.</summary>
    public void WriteIdentity(HostIdentity identity) =>
        PrivateFile.Write(IdentityFile, JsonSerializer.SerializeToUtf8Bytes(identity, HostIdentityJson.Default.HostIdentity));

    public void WriteConnectionString(string connectionString) => PrivateFile.Write(ConnectionStringFile, Encoding.UTF8.GetBytes(connectionString));

    public void Dispose() => _lock.Dispose();

    private static FileStream Lock(string marker, string path)
    {
        try
        {
            return new FileStream(marker, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception)
        {
            throw new DataDirectoryException($"Another LocalHost runs on '{path}'. Stop it, or start this one with --port N or --data DIR.", exception);
        }
    }

    private string ReadMarker()
    {
        using var reader = new StreamReader(_lock, leaveOpen: true);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    private void WriteMarker()
    {
        _lock.SetLength(0);
        using var writer = new StreamWriter(_lock, leaveOpen: true);
        writer.Write(MarkerText);
    }

    private string KeepAside()
    {
        string aside = System.IO.Path.Combine(Path, Aside);
        for (int copy = 2; Directory.Exists(aside); copy++)
        {
            aside = System.IO.Path.Combine(Path, $"{Aside}-{copy}");
        }

        Directory.CreateDirectory(aside);
        foreach (string name in Directory.GetFileSystemEntries(Path).Select(entry => System.IO.Path.GetFileName(entry)))
        {
            if (name != Marker && !name.StartsWith(Aside, StringComparison.Ordinal))
            {
                Directory.Move(System.IO.Path.Combine(Path, name), System.IO.Path.Combine(aside, name));
            }
        }

        return aside;
    }

    private void Wipe()
    {
        foreach (string folder in Directory.EnumerateDirectories(Path))
        {
            Directory.Delete(folder, recursive: true);
        }

        foreach (string file in Directory.EnumerateFiles(Path).Where(file => System.IO.Path.GetFileName(file) != Marker))
        {
            File.Delete(file);
        }
    }
}
