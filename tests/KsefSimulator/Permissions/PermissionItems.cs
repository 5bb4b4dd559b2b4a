using KsefSimulator.Identity;

namespace KsefSimulator.Permissions;

/// <summary>A permission as its context's administrators see it.</summary>
internal sealed record PersonPermissionItem(
    string Id,
    TypedValue AuthorizedIdentifier,
    TypedValue ContextIdentifier,
    TypedValue AuthorIdentifier,
    string PermissionScope,
    string Description,
    PersonDetailsItem? SubjectPersonDetails,
    EntityDetailsItem? SubjectEntityDetails,
    string PermissionState,
    DateTimeOffset StartDate,
    bool CanDelegate)
{
    public static PersonPermissionItem Of(PermissionGrant grant) => new(
        grant.Id,
        TypedValue.Of(grant.Subject),
        TypedValue.Of(grant.Context),
        grant.Author is { } author ? TypedValue.Of(author) : new TypedValue("System", null),
        grant.Scope,
        grant.Description,
        PersonDetailsItem.Of(grant),
        EntityDetailsItem.Of(grant.EntityName),
        PermissionStates.Active,
        grant.StartDate,
        grant.CanDelegate);
}

/// <summary>A permission as the one who has it sees it.</summary>
internal sealed record PersonalPermissionItem(
    string Id,
    TypedValue ContextIdentifier,
    TypedValue? AuthorizedIdentifier,
    string PermissionScope,
    string Description,
    PersonDetailsItem? SubjectPersonDetails,
    EntityDetailsItem? SubjectEntityDetails,
    string PermissionState,
    DateTimeOffset StartDate,
    bool CanDelegate)
{
    /// <summary>The authorized one is named only where it is another identifier than the caller's own.</summary>
    public static PersonalPermissionItem Of(PermissionGrant grant, SubjectIdentifier caller) => new(
        grant.Id,
        TypedValue.Of(grant.Context),
        grant.Subject == caller ? null : TypedValue.Of(grant.Subject),
        grant.Scope,
        grant.Description,
        PersonDetailsItem.Of(grant),
        EntityDetailsItem.Of(grant.EntityName),
        PermissionStates.Active,
        grant.StartDate,
        grant.CanDelegate);
}

/// <summary>A permission that the context's entity has in another's.</summary>
internal sealed record EntityPermissionItem(
    string Id, TypedValue ContextIdentifier, string PermissionScope, string Description, DateTimeOffset StartDate, bool CanDelegate)
{
    public static EntityPermissionItem Of(PermissionGrant grant) =>
        new(grant.Id, TypedValue.Of(grant.Context), grant.Scope, grant.Description, grant.StartDate, grant.CanDelegate);
}

internal sealed record AuthorizationItem(
    string Id,
    TypedValue? AuthorIdentifier,
    TypedValue AuthorizedEntityIdentifier,
    TypedValue AuthorizingEntityIdentifier,
    string AuthorizationScope,
    string Description,
    EntityDetailsItem? SubjectEntityDetails,
    DateTimeOffset StartDate)
{
    public static AuthorizationItem Of(AuthorizationGrant grant) => new(
        grant.Id,
        grant.Author is { } author ? TypedValue.Of(author) : null,
        TypedValue.Of(grant.Authorized),
        new TypedValue("Nip", grant.AuthorizingNip),
        grant.Kind,
        grant.Description,
        EntityDetailsItem.Of(grant.AuthorizedName),
        grant.StartDate);
}

internal sealed record PersonDetailsItem(string SubjectDetailsType, string FirstName, string LastName)
{
    public static PersonDetailsItem? Of(PermissionGrant grant) => grant is { PersonDetailsKind: { } kind, FirstName: { } first, LastName: { } last }
        ? new PersonDetailsItem(kind, first, last)
        : null;
}

internal sealed record EntityDetailsItem(string SubjectDetailsType, string FullName)
{
    public static EntityDetailsItem? Of(string? fullName) => fullName is null ? null : new EntityDetailsItem("EntityByIdentifier", fullName);
}

internal static class PermissionStates
{
    public const string Active = "Active";
}

internal sealed record PersonPermissionsResponse(IReadOnlyList<PersonPermissionItem> Permissions, bool HasMore);

internal sealed record PersonalPermissionsResponse(IReadOnlyList<PersonalPermissionItem> Permissions, bool HasMore);

internal sealed record EntityPermissionsResponse(IReadOnlyList<EntityPermissionItem> Permissions, bool HasMore);

internal sealed record AuthorizationsResponse(IReadOnlyList<AuthorizationItem> AuthorizationGrants, bool HasMore);
