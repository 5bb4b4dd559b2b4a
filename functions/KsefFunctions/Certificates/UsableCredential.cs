using Ksef.Client;

namespace KsefFunctions.Certificates;

/// <summary>A credential that can sign a company in now.</summary>
/// <param name="Version">Version in Key Vault.</param>
/// <param name="Credential">Certificate or token.</param>
/// <param name="EndsAt">End of the certificate's validity; null for a token.</param>
public sealed record UsableCredential(string Version, KsefCredential Credential, DateTimeOffset? EndsAt)
{
    public bool IsValidAt(DateTimeOffset now) => EndsAt is not { } end || now < end;

    /// <summary>Frees the certificate, where it is one. Nobody may use it any more.</summary>
    public void Release()
    {
        if (Credential is CertificateCredential certificate)
        {
            certificate.Certificate.Dispose();
        }
    }
}
