using System.Buffers;
using System.Security.Cryptography;

namespace Ksef.Client;

/// <summary>
/// The AES-256 key of one session, in memory only. KSeF takes one key and one initialization vector for all invoices or parts of a session;
/// mode CBC with PKCS#7 padding. Source: KSeF API 2.6, encryption of sessions.
/// </summary>
public sealed class SessionKey : IDisposable
{
    private const int KeyLength = 32;
    private const int VectorLength = 16;
    private const int BufferLength = 81_920;

    private readonly Aes _aes;

    private SessionKey(Aes aes, SessionEncryption encryption)
    {
        _aes = aes;
        Encryption = encryption;
    }

    /// <summary>What KSeF is told when the session is opened; may be kept, the key itself may not.</summary>
    public SessionEncryption Encryption { get; }

    /// <summary>Makes a new key and wraps it for KSeF.</summary>
    /// <param name="publicKey">KSeF's key for <see cref="PublicKeyUsage.SymmetricKeyEncryption"/>.</param>
    public static SessionKey Create(KsefPublicKey publicKey)
    {
        ArgumentNullException.ThrowIfNull(publicKey);
        var key = RandomNumberGenerator.GetBytes(KeyLength);
        try
        {
            var vector = RandomNumberGenerator.GetBytes(VectorLength);
            var aes = Aes.Create();
            aes.Mode = CipherMode.CBC;
            aes.Padding = PaddingMode.PKCS7;
            aes.Key = key;
            aes.IV = vector;
            var wrapped = Convert.ToBase64String(publicKey.Encrypt(key));
            return new SessionKey(aes, new SessionEncryption(wrapped, Convert.ToBase64String(vector), publicKey.PublicKeyId));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    /// <summary>Encrypts one invoice, streaming, and describes plain text and ciphertext.</summary>
    /// <param name="plain">The invoice, read to its end.</param>
    /// <param name="destination">Takes the ciphertext; stays open.</param>
    /// <param name="cancellationToken">Stops the encryption.</param>
    public async Task<EncryptedInvoice> EncryptInvoiceAsync(Stream plain, Stream destination, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(plain);
        ArgumentNullException.ThrowIfNull(destination);
        await using var ciphertext = new HashingStream(destination);
        using var plainHash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        long plainSize = 0;
        var buffer = ArrayPool<byte>.Shared.Rent(BufferLength);
        try
        {
            await using var encrypting = CreateEncryptingStream(ciphertext, leaveOpen: true);
            int read;
            while ((read = await plain.ReadAsync(buffer, cancellationToken)) > 0)
            {
                plainHash.AppendData(buffer, 0, read);
                plainSize += read;
                await encrypting.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }

        return new EncryptedInvoice(Convert.ToBase64String(plainHash.GetHashAndReset()), plainSize, ciphertext.CompleteHash(), ciphertext.BytesWritten);
    }

    /// <summary>A stream that encrypts what is written to it. Disposing of it writes the last, padded block.</summary>
    /// <param name="destination">Takes the ciphertext.</param>
    /// <param name="leaveOpen">Whether <paramref name="destination"/> stays open.</param>
    public CryptoStream CreateEncryptingStream(Stream destination, bool leaveOpen) =>
        new CryptoStream(destination, _aes.CreateEncryptor(), CryptoStreamMode.Write, leaveOpen);

    /// <summary>Forgets the key.</summary>
    public void Dispose() => _aes.Dispose();

    /// <summary>Names the type; the key is never shown.</summary>
    public override string ToString() => nameof(SessionKey);
}
