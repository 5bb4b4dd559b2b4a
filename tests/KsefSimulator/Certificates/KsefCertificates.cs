using System.Security.Cryptography.X509Certificates;
using KsefSimulator.Http;
using KsefSimulator.Identity;
using KsefSimulator.Limits;
using KsefSimulator.Numbers;
using KsefSimulator.Settings;
using KsefSimulator.Storage;

namespace KsefSimulator.Certificates;

/// <summary>Certificates issued and applied for.</summary>
internal sealed class KsefCertificates(
    Journal journal, CertificateAuthority authority, SubjectLimitBook limits, ReferenceNumbers numbers, TimeProvider time, SimulatorOptions options)
{
    private static readonly TimeSpan EnrollmentRetention = TimeSpan.FromDays(30);
    private readonly JournaledSet<KsefCertificate> _certificates = new(journal, "certificate", CertificateJson.Types.KsefCertificate);
    private readonly JournaledSet<CertificateEnrollment> _enrollments = new(journal, "enrollment", CertificateJson.Types.CertificateEnrollment);
    private readonly Lock _lock = new();

    public KsefCertificate? Find(string serialNumber) => _certificates.TryGet(serialNumber, out var certificate) ? certificate : null;

    public IEnumerable<KsefCertificate> Of(SubjectIdentifier subject) => _certificates.Values.Where(certificate => certificate.Subject == subject).OrderByDescending(certificate => certificate.RequestDate);

    public (int Enrollments, int Certificates) RemainingOf(SubjectIdentifier subject)
    {
        var maximum = limits.Of(subject);
        var enrolled = _enrollments.Values.Count(enrollment => enrollment.Subject == subject);
        var held = Of(subject).Count(certificate => certificate.StatusAt(time.GetUtcNow()) == "Active");
        return (Math.Max(0, maximum.MaxEnrollments - enrolled), Math.Max(0, maximum.MaxCertificates - held));
    }

    /// <exception cref="KsefRefusal">25006, 25007: a limit is reached.</exception>
    public CertificateEnrollment Enroll(SubjectIdentifier subject, CertificateRequest csr, string commonName, string name, string type, DateTimeOffset? validFrom)
    {
        lock (_lock)
        {
            var (enrollments, certificates) = RemainingOf(subject);
            if (certificates == 0)
            {
                throw CertificateRefusals.CertificateLimit();
            }

            if (enrollments == 0)
            {
                throw CertificateRefusals.EnrollmentLimit();
            }

            var now = time.GetUtcNow();
            var from = validFrom ?? now;
            using var issued = authority.Issue(csr, type, from, from.AddYears(2));
            var certificate = new KsefCertificate
            {
                SerialNumber = issued.SerialNumber,
                Name = name,
                Type = type,
                CommonName = commonName,
                Subject = subject,
                Encoded = issued.RawData,
                ValidFrom = issued.NotBefore.ToUniversalTime(),
                ValidTo = issued.NotAfter.ToUniversalTime(),
                RequestDate = now,
            };
            _certificates.Put(certificate.SerialNumber, certificate);
            var enrollment = new CertificateEnrollment(numbers.Next(ReferenceKind.Export), subject, certificate.SerialNumber, now, now + options.ProcessingDelay);
            _enrollments.Put(enrollment.ReferenceNumber, enrollment);
            return enrollment;
        }
    }

    /// <exception cref="KsefRefusal">25005 no such application of the subject's.</exception>
    /// <exception cref="HttpRefusal">410 older than thirty days.</exception>
    public CertificateEnrollment Enrollment(string reference, SubjectIdentifier subject)
    {
        if (!_enrollments.TryGet(reference, out var enrollment) || enrollment.Subject != subject)
        {
            throw CertificateRefusals.EnrollmentNotFound();
        }

        return time.GetUtcNow() - enrollment.RequestDate <= EnrollmentRetention ? enrollment : throw HttpRefusal.Gone("Status wniosku nie jest już dostępny.");
    }

    public void Revoke(KsefCertificate certificate) => _certificates.Put(certificate.SerialNumber, certificate with { IsRevoked = true });

    public void Touch(KsefCertificate certificate) => _certificates.Put(certificate.SerialNumber, certificate with { LastUseDate = time.GetUtcNow() });
}
