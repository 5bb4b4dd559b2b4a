using KsefSimulator.Identity;

namespace KsefSimulator.Certificates;

/// <summary>A certificate issued by the simulator's own root.</summary>
internal sealed record KsefCertificate
{
    public const string Authentication = "Authentication";
    public const string Offline = "Offline";

    public required string SerialNumber { get; init; }

    public required string Name { get; init; }

    /// <summary><see cref="Authentication"/> (digital signature: logs in) or <see cref="Offline"/> (non-repudiation: KOD II only).</summary>
    public required string Type { get; init; }

    public required string CommonName { get; init; }

    public required SubjectIdentifier Subject { get; init; }

    public required byte[] Encoded { get; init; }

    public required DateTimeOffset ValidFrom { get; init; }

    public required DateTimeOffset ValidTo { get; init; }

    public required DateTimeOffset RequestDate { get; init; }

    public DateTimeOffset? LastUseDate { get; init; }

    public bool IsRevoked { get; init; }

    public string StatusAt(DateTimeOffset now) => IsRevoked ? "Revoked" : now >= ValidTo ? "Expired" : "Active";
}

/// <summary>An application for a certificate.</summary>
internal sealed record CertificateEnrollment(string ReferenceNumber, SubjectIdentifier Subject, string SerialNumber, DateTimeOffset RequestDate, DateTimeOffset CompletesAt);

/// <summary>The root's own key.</summary>
internal sealed record CertificateRoot(byte[] Certificate, byte[] PrivateKey);
