namespace KsefSimulator.PublicKeys;

/// <summary>What a public key of KSeF's is for (PublicKeyCertificateUsage).</summary>
internal static class KeyUsage
{
    public const string KsefTokenEncryption = "KsefTokenEncryption";
    public const string SymmetricKeyEncryption = "SymmetricKeyEncryption";
}
