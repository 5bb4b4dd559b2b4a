using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Ksef.Client;

namespace LocalHost.Credentials;

/// <summary>
/// A company seal for every context that asks, made on the spot and gone with the process. Only simulators and the TEST environment
/// take certificates that nobody vouches for.
/// </summary>
internal sealed class SelfSignedCredentials(TimeProvider time) : IKsefCredentialSource, IDisposable
{
    private const string OrganizationIdentifier = "2.5.4.97";

    private readonly ConcurrentDictionary<string, Lazy<X509Certificate2>> _certificates = new(StringComparer.Ordinal);

    public ValueTask<KsefCredential> GetAsync(ContextIdentifier context, CancellationToken cancellationToken) =>
        ValueTask.FromResult<KsefCredential>(new CertificateCredential(
            _certificates.GetOrAdd(context.Value, nip => new Lazy<X509Certificate2>(() => Make(nip))).Value));

    public void Dispose()
    {
        foreach (Lazy<X509Certificate2> certificate in _certificates.Values)
        {
            certificate.Value.Dispose();
        }
    }

    private X509Certificate2 Make(string nip)
    {
        var subject = new X500DistinguishedNameBuilder();
        subject.Add(OrganizationIdentifier, $"VATPL-{nip}");
        subject.AddOrganizationName($"LocalHost {nip}");
        subject.AddCommonName($"LocalHost {nip}");
        subject.AddCountryOrRegion("PL");
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(subject.Build(), key, HashAlgorithmName.SHA256);
        DateTimeOffset now = time.GetUtcNow();
        return request.CreateSelfSigned(now.AddHours(-1), now.AddYears(1));
    }
}
