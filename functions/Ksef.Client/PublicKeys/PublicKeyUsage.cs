namespace Ksef.Client;

/// <summary>What one of KSeF's keys is for. Source: KSeF API 2.6, PublicKeyCertificateUsage.</summary>
public enum PublicKeyUsage
{
    /// <summary>Wrapping the AES keys of sessions.</summary>
    SymmetricKeyEncryption,

    /// <summary>Encrypting KSeF tokens at login.</summary>
    KsefTokenEncryption,
}
