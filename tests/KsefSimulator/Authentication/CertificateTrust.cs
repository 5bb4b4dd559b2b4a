using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using KsefSimulator.Certificates;
using KsefSimulator.Http;
using KsefSimulator.Identity;
using KsefSimulator.Logins;

namespace KsefSimulator.Authentication;

/// <summary>Which certificates may log in: self-signed ones as on TEST, those of KSeF's own root unless revoked, and nobody else's.</summary>
internal sealed class CertificateTrust(CertificateAuthority authority, KsefCertificates certificates, TimeProvider time)
{
    public AuthenticationMethod MethodOf(X509Certificate2 certificate) => authority.Names(certificate)
        ? AuthenticationMethod.InternalCertificate
        : CertificateSubject.IsSeal(certificate) ? AuthenticationMethod.QualifiedSeal : AuthenticationMethod.QualifiedSignature;

    /// <returns>The status with which the login fails, or null when the certificate is good.</returns>
    public StatusInfo? Objection(X509Certificate2 certificate, bool verifyChain)
    {
        var now = time.GetUtcNow().UtcDateTime;
        if (now < certificate.NotBefore.ToUniversalTime() || now > certificate.NotAfter.ToUniversalTime())
        {
            return AuthenticationStatus.CertificateNotValid;
        }

        if (authority.Names(certificate))
        {
            return ObjectionToOwn(certificate);
        }

        return IsSelfSigned(certificate) && !verifyChain ? null : AuthenticationStatus.CertificateNotTrusted;
    }

    private StatusInfo? ObjectionToOwn(X509Certificate2 certificate)
    {
        if (!authority.Issued(certificate) || certificates.Find(certificate.SerialNumber) is not { } issued)
        {
            return AuthenticationStatus.CertificateChainBroken;
        }

        if (issued.IsRevoked)
        {
            return AuthenticationStatus.CertificateRevoked;
        }

        if (issued.Type != KsefCertificate.Authentication)
        {
            return AuthenticationStatus.CertificateWrong;
        }

        certificates.Touch(issued);
        return null;
    }

    private static bool IsSelfSigned(X509Certificate2 certificate)
    {
        if (!certificate.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData))
        {
            return false;
        }

        // A chain of one, checked by its own key: the name alone proves nothing.
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(certificate);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationFlags = X509VerificationFlags.IgnoreNotTimeValid | X509VerificationFlags.IgnoreInvalidBasicConstraints | X509VerificationFlags.IgnoreWrongUsage;
        try
        {
            return chain.Build(certificate);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
