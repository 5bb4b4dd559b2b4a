using KsefSimulator.Http;

namespace KsefSimulator.PublicKeys;

internal sealed record EncryptionBody(string? EncryptedSymmetricKey, string? InitializationVector, string? PublicKeyId);

/// <summary>The key that a client shares with KSeF for a session or an export: AES-256, wrapped with RSA-OAEP SHA-256.</summary>
internal static class ClientEncryption
{
    private const int KeyLength = 32;
    private const int VectorLength = 16;

    /// <summary>What becomes of a session or an export whose key cannot be unwrapped.</summary>
    public static StatusInfo KeyFailure { get; } = new(415, "Błąd odszyfrowania dostarczonego klucza");

    /// <returns>The key (null when it cannot be unwrapped: <see cref="KeyFailure"/>) and the initialization vector.</returns>
    /// <exception cref="KsefRefusal">21405 malformed; 21470 unknown key identifier.</exception>
    public static (byte[]? Key, byte[] Vector) Unwrap(EncryptionBody? body, KeyRing keys)
    {
        var encryption = Require.Present(body, "encryption");
        var wrapped = Require.Base64(encryption.EncryptedSymmetricKey, "encryption.encryptedSymmetricKey");
        var vector = Require.Base64(encryption.InitializationVector, "encryption.initializationVector");
        if (vector.Length != VectorLength)
        {
            throw Refusals.InvalidInput("Pole 'encryption.initializationVector' musi mieć 16 bajtów.");
        }

        keys.RequireKnown(encryption.PublicKeyId, KeyUsage.SymmetricKeyEncryption);
        var key = keys.Decrypt(KeyUsage.SymmetricKeyEncryption, encryption.PublicKeyId, wrapped);
        return (key is { Length: KeyLength } ? key : null, vector);
    }
}
