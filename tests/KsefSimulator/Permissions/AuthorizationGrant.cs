using KsefSimulator.Identity;

namespace KsefSimulator.Permissions;

/// <summary>One entity lets another issue its invoices (<see cref="AuthorizationKind"/>).</summary>
internal sealed record AuthorizationGrant(
    string Id,
    string AuthorizingNip,
    ContextIdentifier Authorized,
    string Kind,
    string Description,
    string? AuthorizedName,
    DateTimeOffset StartDate,
    SubjectIdentifier? Author);
