using System.Security.Cryptography.X509Certificates;

namespace Ksef.Client;

/// <summary>A certificate with its private key, RSA (2048 bits or more) or EC P-256: authentication by a XAdES signature.</summary>
/// <param name="Certificate">Belongs to the caller, who also disposes of it.</param>
public sealed record CertificateCredential(X509Certificate2 Certificate) : KsefCredential
{
    /// <summary>
    /// Whether KSeF shall find the subject by the certificate's fingerprint instead of the identifier in its subject. For certificates
    /// that carry neither NIP nor PESEL.
    /// </summary>
    public bool ByFingerprint { get; init; }

    internal override string Mark => Certificate.Thumbprint;
}
