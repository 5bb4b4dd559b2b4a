using System.Buffers;
using System.Security.Cryptography;
using KsefSimulator.Json;
using KsefSimulator.Storage;

namespace KsefSimulator.Sessions.Batch;

/// <summary>Uploaded parts of packages, in files until the package is processed.</summary>
internal sealed class PartStore(Journal journal, SimulatorOptions options) : IDisposable
{
    private readonly JournaledSet<ReceivedPart> _parts = new(journal, "part", Wire.State.ReceivedPart);
    private readonly DirectoryInfo _directory = options.DataDirectory is { } data
        ? Directory.CreateDirectory(Path.Combine(data, "parts"))
        : Directory.CreateTempSubdirectory("ksef-simulator-");

    public ReceivedPart? Find(string session, int ordinal) => _parts.TryGet(Key(session, ordinal), out var part) ? part : null;

    /// <summary>Stores a part while hashing it; a second upload replaces the first.</summary>
    /// <returns>False when more than <paramref name="limit"/> bytes came.</returns>
    public async Task<bool> SaveAsync(string session, int ordinal, Stream body, long limit, CancellationToken cancellationToken)
    {
        var name = $"{session}-{ordinal}-{Path.GetRandomFileName()}";
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var size = 0L;
        var buffer = ArrayPool<byte>.Shared.Rent(1 << 16);
        try
        {
            await using var file = File.Create(PathOf(name));
            while (await body.ReadAsync(buffer, cancellationToken) is var read and > 0)
            {
                if ((size += read) > limit)
                {
                    return false;
                }

                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        var replaced = Find(session, ordinal);
        _parts.Put(Key(session, ordinal), new ReceivedPart(session, ordinal, size, Convert.ToBase64String(hash.GetHashAndReset()), name));
        if (replaced is not null)
        {
            File.Delete(PathOf(replaced.FileName));
        }

        return true;
    }

    public Stream Open(ReceivedPart part) => File.OpenRead(PathOf(part.FileName));

    /// <summary>Keeps a file under a name of its own, for exports.</summary>
    public void Write(string name, byte[] content) => File.WriteAllBytes(PathOf(name), content);

    public Stream Read(string name) => File.OpenRead(PathOf(name));

    /// <summary>A scratch file that goes away when it is closed.</summary>
    public FileStream CreateScratch() => new(
        PathOf(Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, bufferSize: 1 << 16, FileOptions.DeleteOnClose);

    public void Drop(Session session)
    {
        foreach (var announced in session.BatchFile!.Parts)
        {
            if (Find(session.ReferenceNumber, announced.OrdinalNumber) is { } part)
            {
                File.Delete(PathOf(part.FileName));
                _parts.Remove(Key(session.ReferenceNumber, announced.OrdinalNumber));
            }
        }
    }

    /// <summary>After loading: removes files that nothing knows of, left by a process that was killed while it wrote them.</summary>
    /// <param name="others">Files written under names of their own that are still wanted.</param>
    public void Sweep(IEnumerable<string> others)
    {
        var wanted = _parts.Values.Select(part => part.FileName).Concat(others).ToHashSet(StringComparer.Ordinal);
        foreach (var file in _directory.EnumerateFiles().Where(file => !wanted.Contains(file.Name)))
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

    private static string Key(string session, int ordinal) => $"{session}/{ordinal}";
}
