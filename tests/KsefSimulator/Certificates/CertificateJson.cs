using System.Text.Json.Serialization;
using KsefSimulator.Identity;
using KsefSimulator.Json;

namespace KsefSimulator.Certificates;

/// <summary>How certificates are written, for clients and for the journal.</summary>
[JsonSerializable(typeof(CertificateRoot))]
[JsonSerializable(typeof(KsefCertificate))]
[JsonSerializable(typeof(CertificateEnrollment))]
[JsonSerializable(typeof(CertificateSubjectData))]
[JsonSerializable(typeof(CertificateLimitsResponse))]
[JsonSerializable(typeof(EnrollCertificateRequest))]
[JsonSerializable(typeof(EnrollCertificateResponse))]
[JsonSerializable(typeof(EnrollmentStatusResponse))]
[JsonSerializable(typeof(RetrieveCertificatesRequest))]
[JsonSerializable(typeof(RetrieveCertificatesResponse))]
[JsonSerializable(typeof(RevokeCertificateRequest))]
[JsonSerializable(typeof(QueryCertificatesRequest))]
[JsonSerializable(typeof(QueryCertificatesResponse))]
internal sealed partial class CertificateJson : JsonSerializerContext
{
    public static CertificateJson Types { get; } = new(JsonFormat.Options());
}
