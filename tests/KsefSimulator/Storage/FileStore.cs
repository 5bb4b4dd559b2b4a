using KsefSimulator.Settings;

namespace KsefSimulator.Storage;

/// <summary>Files that come and go: parts of packages on their way in and out, and scratch. Without a data directory they go away with the process.</summary>
internal sealed class FileStore(SimulatorOptions options) : IDisposable
{
    private readonly DirectoryInfo _directory = options.DataDirectory is { } data
        ? Directory.CreateDirectory(Path.Combine(data, "parts"))
        : Directory.CreateTempSubdirectory("ksef-simulator-");

    public FileStream Create(string name) => File.Create(PathOf(name));

    public void Write(string name, byte[] content) => File.WriteAllBytes(PathOf(name), content);

    public Stream Read(string name) => File.OpenRead(PathOf(name));

    public void Delete(string name) => File.Delete(PathOf(name));

    /// <summary>A scratch file that goes away when it is closed.</summary>
    public FileStream CreateScratch() => new(
        PathOf(Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, bufferSize: 1 << 16, FileOptions.DeleteOnClose);

    /// <summary>After loading: removes files that nothing knows of, left by a process that was killed while it wrote them.</summary>
    public void Sweep(IEnumerable<string> wanted)
    {
        var names = wanted.ToHashSet(StringComparer.Ordinal);
        foreach (var file in _directory.EnumerateFiles().Where(file => !names.Contains(file.Name)))
        {
            file.Delete();
        }
    }

    public void Dispose()
    {
        if (options.DataDirectory is null)
        {
            _directory.Delete(recursive: true);
        }
    }

    private string PathOf(string name) => Path.Combine(_directory.FullName, name);
}
