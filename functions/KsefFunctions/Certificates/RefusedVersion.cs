


namespace KsefFunctions.Certificates;

/// <summary>A version that was looked at and cannot be used now.</summary>
/// <param name="Version">Version in Key Vault.</param>
/// <param name="Refusal">Why not.</param>
/// <param name="Facts">Of the certificate, where it could be read.</param>
public sealed record RefusedVersion(string Version, CredentialRefusal Refusal, CertificateFacts? Facts);
