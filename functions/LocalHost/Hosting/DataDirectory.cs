using System.Security.Cryptography;
using System.Text.Json;
using LocalHost.Azurite;
using LocalHost.Triggers.Http;

namespace LocalHost.Hosting;

/// <summary>The folder that holds everything one host remembers. Open, it belongs to this process alone.</summary>
public sealed class DataDirectory : IDisposable
{
    private const string Marker = ".ksef-localhost";
    private const string MarkerText = "LocalHost of KsefFunctions keeps its state in this folder; --fresh deletes everything beside this file.\n";

    private readonly FileStream _lock;

    private DataDirectory(string path, FileStream ownership)
    {
        Path = path;
        _lock = ownership;
    }

    public string Path { get; }

    public string Azurite => System.IO.Path.Combine(Path, "azurite");

    public string Simulator => System.IO.Path.Combine(Path, "simulator");

    public string LogFile => System.IO.Path.Combine(Path, "host.log");

    /// <summary>Holds the connection string of the running Azurite, for tools such as Azure Storage Explorer and for an ERP under development.</summary>
    public string ConnectionStringFile => System.IO.Path.Combine(Path, "storage-connection-string.txt");

    private string IdentityFile => System.IO.Path.Combine(Path, "host.json");

    /// <summary>Opens or makes the folder.</summary>
    /// <param name="path">Where it is or shall be.</param>
    /// <param name="fresh">Deletes what a host left in it; never anything in a folder that no host made.</param>
    /// <param name="cancellationToken">Ends the wait for an earlier host's Azurite.</param>
    /// <exception cref="DataDirectoryException">It belongs to somebody else.</exception>
    public static async Task<DataDirectory> OpenAsync(string path, bool fresh, CancellationToken cancellationToken)
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
        if (fresh)
        {
            await AzuriteProcess.ClearLeftoverAsync(directory.Azurite, cancellationToken);
            directory.Wipe();
        }

        return directory;
    }

    /// <summary>Keys and ports of this folder; keys are made at the first call.</summary>
    public async Task<HostIdentity> ReadIdentityAsync(CancellationToken cancellationToken)
    {
        if (File.Exists(IdentityFile))
        {
            await using FileStream stream = File.OpenRead(IdentityFile);
            return (await JsonSerializer.DeserializeAsync(stream, HostIdentityJson.Default.HostIdentity, cancellationToken))!;
        }

        return new HostIdentity { FunctionKey = FunctionKey.NewValue(), AzuriteKey = Convert.ToBase64String(RandomNumberGenerator.GetBytes(64)) };
    }

    /// <summary>Keeps keys and ports.</summary>
    public Task WriteIdentityAsync(HostIdentity identity, CancellationToken cancellationToken) =>
        WriteSecretAsync(IdentityFile, JsonSerializer.Serialize(identity, HostIdentityJson.Default.HostIdentity), cancellationToken);

    public Task WriteConnectionStringAsync(string connectionString, CancellationToken cancellationToken) =>
        WriteSecretAsync(ConnectionStringFile, connectionString, cancellationToken);

    public void Dispose() => _lock.Dispose();

    // Readable for the user only, and never half written.
    private static async Task WriteSecretAsync(string path, string text, CancellationToken cancellationToken)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        string aside = $"{path}.new";
        await using (var writer = new StreamWriter(aside, options))
        {
            await writer.WriteAsync(text.AsMemory(), cancellationToken);
        }

        File.Move(aside, path, overwrite: true);
    }

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
