using KsefSimulator.Identity;

namespace KsefSimulator.Permissions;

/// <summary>One permission that a person or entity has in a context.</summary>
internal sealed record PermissionGrant
{
    public required string Id { get; init; }

    public required ContextIdentifier Context { get; init; }

    public required SubjectIdentifier Subject { get; init; }

    /// <summary>Who granted it; null when it comes from the test data.</summary>
    public SubjectIdentifier? Author { get; init; }

    public required string Scope { get; init; }

    public required string Description { get; init; }

    public required DateTimeOffset StartDate { get; init; }

    public bool CanDelegate { get; init; }

    /// <summary>Of which kind the details of the person are, in KSeF's terms; null for entities and test data.</summary>
    public string? PersonDetailsKind { get; init; }

    public string? FirstName { get; init; }

    public string? LastName { get; init; }

    /// <summary>Set when it was granted to an entity.</summary>
    public string? EntityName { get; init; }
}
