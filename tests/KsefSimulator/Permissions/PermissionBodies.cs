using KsefSimulator.Http;

namespace KsefSimulator.Permissions;

internal sealed record TypedValueBody(string? Type, string? Value);

internal sealed record PersonGrantRequest(TypedValueBody? SubjectIdentifier, IReadOnlyList<string>? Permissions, string? Description, PersonSubjectDetailsBody? SubjectDetails);

internal sealed record PersonSubjectDetailsBody(string? SubjectDetailsType, PersonNameBody? PersonById, PersonNameBody? PersonByFpWithId, PersonNameBody? PersonByFpNoId)
{
    public PersonNameBody? Name => PersonById ?? PersonByFpWithId ?? PersonByFpNoId;
}

internal sealed record PersonNameBody(string? FirstName, string? LastName);

internal sealed record EntityGrantRequest(TypedValueBody? SubjectIdentifier, IReadOnlyList<EntityPermissionBody>? Permissions, string? Description, EntityDetailsBody? SubjectDetails);

internal sealed record EntityPermissionBody(string? Type, bool? CanDelegate);

internal sealed record EntityDetailsBody(string? FullName);

internal sealed record AuthorizationGrantRequest(TypedValueBody? SubjectIdentifier, string? Permission, string? Description, EntityDetailsBody? SubjectDetails);

internal sealed record PermissionsOperationResponse(string ReferenceNumber);

internal sealed record PermissionsOperationStatusResponse(StatusInfo Status);

internal sealed record PermissionQueryRequest(
    TypedValueBody? AuthorizedIdentifier, TypedValueBody? AuthorIdentifier, TypedValueBody? ContextIdentifier, IReadOnlyList<string>? PermissionTypes, string? PermissionState, string? QueryType);

internal sealed record PermissionItem
{
    public required string Id { get; init; }

    public required TypedValue AuthorizedIdentifier { get; init; }

    public TypedValue? ContextIdentifier { get; init; }

    public TypedValue? AuthorIdentifier { get; init; }

    public required string PermissionScope { get; init; }

    public required string Description { get; init; }

    public required string PermissionState { get; init; }

    public required DateTimeOffset StartDate { get; init; }

    public required bool CanDelegate { get; init; }

    public static PermissionItem Of(PermissionGrant grant) => new()
    {
        Id = grant.Id,
        AuthorizedIdentifier = new TypedValue(grant.Subject.Type, grant.Subject.Value),
        ContextIdentifier = new TypedValue(grant.Context.Type, grant.Context.Value),
        AuthorIdentifier = grant.Author is { } author ? new TypedValue(author.Type, author.Value) : new TypedValue("System", null),
        PermissionScope = grant.Scope,
        Description = grant.Description,
        PermissionState = "Active",
        StartDate = grant.StartDate,
        CanDelegate = grant.CanDelegate,
    };
}

internal sealed record PermissionQueryResponse(IReadOnlyList<PermissionItem> Permissions, bool HasMore);

internal sealed record EntityRolesResponse(IReadOnlyList<EntityRole> Roles, bool HasMore);

internal sealed record AttachmentStatusResponse(bool IsAttachmentAllowed, DateTimeOffset? RevokedDate);
