using KsefSimulator.Http;

namespace KsefSimulator.Certificates;

internal sealed record CertificateLimitsResponse(bool CanRequest, CertificateLimit Enrollment, CertificateLimit Certificate);

internal sealed record CertificateLimit(int Remaining, int Limit);

internal sealed record EnrollCertificateRequest(string? CertificateName, string? CertificateType, string? Csr, DateTimeOffset? ValidFrom);

internal sealed record EnrollCertificateResponse(string ReferenceNumber, DateTimeOffset Timestamp);

internal sealed record EnrollmentStatusResponse(DateTimeOffset RequestDate, StatusInfo Status, string? CertificateSerialNumber);

internal sealed record RetrieveCertificatesRequest(IReadOnlyList<string>? CertificateSerialNumbers);

internal sealed record RetrieveCertificatesResponse(IReadOnlyList<RetrievedCertificate> Certificates);

internal sealed record RetrievedCertificate(string Certificate, string CertificateName, string CertificateSerialNumber, string CertificateType);

internal sealed record RevokeCertificateRequest(string? RevocationReason);

internal sealed record QueryCertificatesRequest(string? CertificateSerialNumber, string? Name, string? Type, string? Status, DateTimeOffset? ExpiresAfter);

internal sealed record QueryCertificatesResponse(IReadOnlyList<CertificateItem> Certificates, bool HasMore);

internal sealed record CertificateItem(
    string CertificateSerialNumber,
    string Name,
    string Type,
    string CommonName,
    string Status,
    CertificateSubjectIdentifier SubjectIdentifier,
    DateTimeOffset ValidFrom,
    DateTimeOffset ValidTo,
    DateTimeOffset? LastUseDate,
    DateTimeOffset RequestDate);

internal sealed record CertificateSubjectIdentifier(string Type, string Value);
