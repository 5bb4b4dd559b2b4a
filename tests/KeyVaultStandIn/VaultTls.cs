using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace KeyVaultStandIn;

/// <summary>The certificate of a vault's endpoint and the root that vouches for it, made at run time.</summary>
internal sealed class VaultTls : IDisposable
{
    public VaultTls(string host)
    {
        using var rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var rootRequest = new CertificateRequest("CN=Root of the vault for tests", rootKey, HashAlgorithmName.SHA256);
        rootRequest.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        Root = rootRequest.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(2));

        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={host}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        using var issued = request.Create(Root, DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow.AddDays(1), RandomNumberGenerator.GetBytes(8));
        using var complete = issued.CopyWithPrivateKey(key);

        // Windows serves TLS only with keys that went through a PFX.
        Server = X509CertificateLoader.LoadPkcs12(complete.Export(X509ContentType.Pfx), password: null);
    }

    public X509Certificate2 Root { get; }

    public X509Certificate2 Server { get; }

    public void Dispose()
    {
        Server.Dispose();
        Root.Dispose();
    }
}
