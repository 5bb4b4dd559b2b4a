using System.Security.Cryptography;

namespace Ksef.Client;

/// <summary>Takes the plain archive, hashes it, and cuts it into encrypted parts.</summary>
internal sealed class PartSplitter(SessionKey key, BatchPackageLimits limits, Func<int, CancellationToken, Task<Stream>> openPart) : WriteOnlyStream
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly List<BatchPackagePart> _parts = [];
    private EncryptedPart? _current;

    /// <summary>Bytes of the plain archive.</summary>
    public long BytesWritten { get; private set; }

    public IReadOnlyList<BatchPackagePart> Parts => _parts;

    /// <summary>SHA-256 of the plain archive, Base64.</summary>
    public string CompleteHash() => Convert.ToBase64String(_hash.GetHashAndReset());

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (BytesWritten + buffer.Length > limits.MaxPackageSize)
        {
            throw new BatchPackageTooLargeException($"more than {limits.MaxPackageSize} bytes");
        }

        while (!buffer.IsEmpty)
        {
            _current ??= await OpenAsync(cancellationToken);
            var piece = buffer[..(int)Math.Min(buffer.Length, limits.MaxPartSize - _current.PlainSize)];
            await _current.WriteAsync(piece, cancellationToken);
            _hash.AppendData(piece.Span);
            BytesWritten += piece.Length;
            buffer = buffer[piece.Length..];
            if (_current.PlainSize == limits.MaxPartSize)
            {
                await FinishPartAsync(cancellationToken);
            }
        }
    }

    /// <summary>Finishes the last part.</summary>
    public Task CompleteAsync(CancellationToken cancellationToken) => _current is null ? Task.CompletedTask : FinishPartAsync(cancellationToken);

    public override void Write(ReadOnlySpan<byte> buffer) => throw new NotSupportedException("Parts are opened asynchronously.");

    public override void Flush()
    {
        // A part reaches its destination when it is complete; there is nothing to flush in between.
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override async ValueTask DisposeAsync()
    {
        if (_current is { } current)
        {
            _current = null;
            await current.DisposeAsync();
        }

        _hash.Dispose();
        await base.DisposeAsync();
    }

    private async Task<EncryptedPart> OpenAsync(CancellationToken cancellationToken)
    {
        var ordinal = _parts.Count + 1;
        return ordinal > limits.MaxParts
            ? throw new BatchPackageTooLargeException($"more than {limits.MaxParts} parts")
            : new EncryptedPart(ordinal, key, await openPart(ordinal, cancellationToken));
    }

    private async Task FinishPartAsync(CancellationToken cancellationToken)
    {
        var finished = _current!;
        _parts.Add(await finished.CompleteAsync(cancellationToken));
        _current = null;
        await finished.DisposeAsync();
    }
}
