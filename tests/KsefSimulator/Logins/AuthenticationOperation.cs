using KsefSimulator.Http;
using KsefSimulator.Identity;

namespace KsefSimulator.Logins;

/// <summary>One login, from the submitted signature or token to its last refresh.</summary>
internal sealed record AuthenticationOperation
{
    public required string ReferenceNumber { get; init; }

    public required ContextIdentifier Context { get; init; }

    public required SubjectIdentifier Subject { get; init; }

    /// <summary>The subject of the certificate; null for a login by token.</summary>
    public CertificateSubjectData? CertificateSubject { get; init; }

    public required AuthenticationMethod Method { get; init; }

    public required AddressPolicy Policy { get; init; }

    public required DateTimeOffset StartDate { get; init; }

    /// <summary>From when on <see cref="Outcome"/> shows.</summary>
    public required DateTimeOffset CompletesAt { get; init; }

    public required StatusInfo Outcome { get; init; }

    /// <summary>The KSeF token used, for a login by token.</summary>
    public string? TokenReference { get; init; }

    /// <summary>SHA-256 of the signed document as received, for a login by signature: the UPO quotes it.</summary>
    public string? DocumentHash { get; init; }

    public bool IsRedeemed { get; init; }

    public bool IsRevoked { get; init; }

    public DateTimeOffset? LastRefresh { get; init; }

    public DateTimeOffset? RefreshValidUntil { get; init; }

    public StatusInfo StatusAt(DateTimeOffset now) =>
        now < CompletesAt ? AuthenticationStatus.InProgress : IsRevoked ? AuthenticationStatus.Revoked : Outcome;
}
