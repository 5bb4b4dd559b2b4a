using System.Security.Cryptography;

namespace Ksef.Client;

/// <summary>One part on its way to its destination: encrypted, counted and hashed.</summary>
internal sealed class EncryptedPart : IAsyncDisposable
{
    private readonly int _ordinal;
    private readonly Stream _destination;
    private readonly HashingStream _ciphertext;
    private readonly CryptoStream _encrypting;

    public EncryptedPart(int ordinal, SessionKey key, Stream destination)
    {
        _ordinal = ordinal;
        _destination = destination;
        _ciphertext = new HashingStream(destination);
        _encrypting = key.CreateEncryptingStream(_ciphertext, leaveOpen: true);
    }

    public long PlainSize { get; private set; }

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> plain, CancellationToken cancellationToken)
    {
        await _encrypting.WriteAsync(plain, cancellationToken);
        PlainSize += plain.Length;
    }

    public async Task<BatchPackagePart> CompleteAsync(CancellationToken cancellationToken)
    {
        await _encrypting.FlushFinalBlockAsync(cancellationToken);
        await _ciphertext.FlushAsync(cancellationToken);
        return new BatchPackagePart(_ordinal, _ciphertext.BytesWritten, _ciphertext.CompleteHash());
    }

    public async ValueTask DisposeAsync()
    {
        await _encrypting.DisposeAsync();
        await _ciphertext.DisposeAsync();
        await _destination.DisposeAsync();
    }
}
