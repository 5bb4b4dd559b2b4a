using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using KsefSimulator.Storage;

namespace KsefSimulator.Certificates;

/// <summary>The simulator's own root for KSeF certificates, made at run time and kept with the state.</summary>
internal sealed class CertificateAuthority(Journal journal, TimeProvider time) : IDisposable
{
    private const string RootKey = "root";
    private const int SerialLength = 8;
    private readonly JournaledSet<CertificateRoot> _roots = new(journal, "root", CertificateJson.Types.CertificateRoot);
    private X509Certificate2? _root;

    private X509Certificate2 Root => _root ?? throw new InvalidOperationException("The root is made when the state is loaded.");

    public void EnsureRoot()
    {
        if (!_roots.TryGet(RootKey, out var kept))
        {
            using var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            var request = new CertificateRequest("CN=Symulator KSeF - certyfikat główny, O=Symulator KSeF, C=PL", made, HashAlgorithmName.SHA256);
            request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
            request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
            using var certificate = request.CreateSelfSigned(time.GetUtcNow().AddDays(-1), time.GetUtcNow().AddYears(20));
            kept = new CertificateRoot(certificate.RawData, made.ExportPkcs8PrivateKey());
            _roots.Put(RootKey, kept);
        }

        using var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(kept.PrivateKey, out int _);
        using var bare = X509CertificateLoader.LoadCertificate(kept.Certificate);
        _root = bare.CopyWithPrivateKey(key);
    }

    /// <summary>Issues a certificate for the subject and key of a verified request.</summary>
    public X509Certificate2 Issue(CertificateRequest csr, string type, DateTimeOffset validFrom, DateTimeOffset validTo)
    {
        var request = new CertificateRequest(csr.SubjectName, csr.PublicKey, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: false, hasPathLengthConstraint: false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(
            type == KsefCertificate.Offline ? X509KeyUsageFlags.NonRepudiation : X509KeyUsageFlags.DigitalSignature, critical: true));
        var serial = RandomNumberGenerator.GetBytes(SerialLength);
        serial[0] = (byte)((serial[0] & 0x3F) | 0x40);
        using var key = Root.GetECDsaPrivateKey()!;
        return request.Create(Root.SubjectName, X509SignatureGenerator.CreateForECDsa(key), validFrom, validTo, serial);
    }

    public bool Names(X509Certificate2 certificate) => certificate.IssuerName.RawData.AsSpan().SequenceEqual(Root.SubjectName.RawData);

    /// <summary>Whether the root really signed it.</summary>
    public bool Issued(X509Certificate2 certificate)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(Root);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationFlags = X509VerificationFlags.IgnoreNotTimeValid;
        return chain.Build(certificate);
    }

    public void Dispose() => _root?.Dispose();
}
