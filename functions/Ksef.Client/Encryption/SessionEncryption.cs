using System.Text.Json.Serialization;

namespace Ksef.Client;

/// <summary>
/// How a session's content is encrypted, as KSeF must know it. Safe to keep: the key is wrapped for KSeF alone, and nobody else can unwrap
/// it. Source: KSeF API 2.6, schema EncryptionInfo.
/// </summary>
/// <param name="EncryptedSymmetricKey">The AES-256 key under RSA-OAEP with SHA-256, Base64.</param>
/// <param name="InitializationVector">16 bytes, Base64. Never part of the ciphertext.</param>
/// <param name="PublicKeyId">Which of KSeF's keys wrapped the AES key, Base64; null when KSeF did not name its key.</param>
public sealed record SessionEncryption(
    string EncryptedSymmetricKey,
    string InitializationVector,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? PublicKeyId);
