using KsefSimulator.Identity;

namespace KsefSimulator.Tokens;

/// <summary>A KSeF token. Only the hash of the secret is kept.</summary>
internal sealed record KsefToken
{
    public required string ReferenceNumber { get; init; }

    public required string SecretHash { get; init; }

    public required SubjectIdentifier Author { get; init; }

    public required ContextIdentifier Context { get; init; }

    public required string Description { get; init; }

    public required IReadOnlyList<string> Permissions { get; init; }

    public required DateTimeOffset DateCreated { get; init; }

    public required DateTimeOffset ActiveFrom { get; init; }

    public DateTimeOffset? LastUseDate { get; init; }

    public bool IsRevoked { get; init; }

    public string StatusAt(DateTimeOffset now) => IsRevoked ? "Revoked" : now < ActiveFrom ? "Pending" : "Active";
}
