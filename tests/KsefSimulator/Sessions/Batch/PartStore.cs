using System.Buffers;
using System.Security.Cryptography;
using KsefSimulator.Storage;

namespace KsefSimulator.Sessions.Batch;

/// <summary>Uploaded parts of packages, in files until the package is processed.</summary>
internal sealed class PartStore(Journal journal, FileStore files)
{
    private readonly JournaledSet<ReceivedPart> _parts = new(journal, "part", BatchJson.Types.ReceivedPart);

    /// <summary>The files of all parts.</summary>
    public IEnumerable<string> Files => _parts.Values.Select(part => part.FileName);

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
            await using var file = files.Create(name);
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
            files.Delete(replaced.FileName);
        }

        return true;
    }

    public Stream Open(ReceivedPart part) => files.Read(part.FileName);

    public void Drop(Session session)
    {
        foreach (var announced in session.BatchFile!.Parts)
        {
            if (Find(session.ReferenceNumber, announced.OrdinalNumber) is { } part)
            {
                files.Delete(part.FileName);
                _parts.Remove(Key(session.ReferenceNumber, announced.OrdinalNumber));
            }
        }
    }

    private static string Key(string session, int ordinal) => $"{session}/{ordinal}";
}
