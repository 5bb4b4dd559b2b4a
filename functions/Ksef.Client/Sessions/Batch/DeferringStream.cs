namespace Ksef.Client;

/// <summary>
/// Keeps what is written synchronously until it can be passed on asynchronously. .NET's ZIP writer ends every entry with a few synchronous
/// bytes even when it is used asynchronously.
/// </summary>
internal sealed class DeferringStream(Stream destination) : WriteOnlyStream
{
    private readonly MemoryStream _deferred = new();

    public override void Write(ReadOnlySpan<byte> buffer) => _deferred.Write(buffer);

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await PassOnAsync(cancellationToken);
        await destination.WriteAsync(buffer, cancellationToken);
    }

    /// <summary>Writes what was kept.</summary>
    public async Task PassOnAsync(CancellationToken cancellationToken)
    {
        if (_deferred.Length > 0)
        {
            await destination.WriteAsync(_deferred.GetBuffer().AsMemory(0, (int)_deferred.Length), cancellationToken);
            _deferred.SetLength(0);
        }
    }

    public override void Flush()
    {
        // Only PassOnAsync may write.
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => PassOnAsync(cancellationToken);
}
