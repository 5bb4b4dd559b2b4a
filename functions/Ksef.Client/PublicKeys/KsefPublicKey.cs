using System.Security.Cryptography;

namespace Ksef.Client;

/// <summary>One of KSeF's public keys. Source: KSeF API 2.6, GET /security/public-key-certificates.</summary>
public sealed class KsefPublicKey
{
    private readonly byte[] _subjectPublicKeyInfo;

    /// <summary>Wraps a key that KSeF published.</summary>
    /// <param name="subjectPublicKeyInfo">The RSA key, SubjectPublicKeyInfo in DER.</param>
    /// <param name="publicKeyId">How to name the key to KSeF; null when KSeF gave no name.</param>
    /// <param name="validFrom">Start of its validity.</param>
    /// <param name="validTo">End of its validity, exclusive.</param>
    /// <param name="usages">What it is for, in KSeF's words.</param>
    public KsefPublicKey(ReadOnlySpan<byte> subjectPublicKeyInfo, string? publicKeyId, DateTimeOffset validFrom, DateTimeOffset validTo, IReadOnlyCollection<string> usages)
    {
        _subjectPublicKeyInfo = subjectPublicKeyInfo.ToArray();
        PublicKeyId = publicKeyId;
        ValidFrom = validFrom;
        ValidTo = validTo;
        Usages = usages;
    }

    /// <summary>How KSeF names the key: SHA-256 of its SubjectPublicKeyInfo, Base64.</summary>
    public string? PublicKeyId { get; }

    /// <summary>Start of its validity.</summary>
    public DateTimeOffset ValidFrom { get; }

    /// <summary>End of its validity, exclusive.</summary>
    public DateTimeOffset ValidTo { get; }

    /// <summary>What it is for, in KSeF's words; unknown words are kept.</summary>
    public IReadOnlyCollection<string> Usages { get; }

    /// <summary>Whether the key serves a purpose at a moment.</summary>
    /// <param name="usage">The purpose.</param>
    /// <param name="moment">The moment.</param>
    public bool Serves(PublicKeyUsage usage, DateTimeOffset moment) =>
        ValidFrom <= moment && moment < ValidTo && Usages.Contains(usage.ToString(), StringComparer.OrdinalIgnoreCase);

    /// <summary>Encrypts a secret for KSeF: RSA-OAEP with SHA-256 for hash and MGF1.</summary>
    /// <param name="secret">At most 190 bytes with a 2048-bit key.</param>
    public byte[] Encrypt(ReadOnlySpan<byte> secret)
    {
        using var rsa = RSA.Create();
        rsa.ImportSubjectPublicKeyInfo(_subjectPublicKeyInfo, out _);
        return rsa.Encrypt(secret, RSAEncryptionPadding.OaepSHA256);
    }
}
