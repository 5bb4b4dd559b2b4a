using KsefSimulator.Http;

namespace KsefSimulator.Permissions;

internal sealed record TypedValueBody(string? Type, string? Value);

internal sealed record PersonGrantRequest(TypedValueBody? SubjectIdentifier, IReadOnlyList<string>? Permissions, string? Description, PersonSubjectDetailsBody? SubjectDetails);

internal sealed record PersonSubjectDetailsBody(string? SubjectDetailsType, PersonNameBody? PersonById, PersonNameBody? PersonByFpWithId, PersonNameBody? PersonByFpNoId)
{
    public PersonNameBody? Name => PersonById ?? PersonByFpWithId ?? PersonByFpNoId;

    /// <summary>The kind under which the details are read back.</summary>
    public string Kind => PersonById is not null ? "PersonByIdentifier"
        : PersonByFpWithId is not null ? "PersonByFingerprintWithIdentifier" : "PersonByFingerprintWithoutIdentifier";
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

internal sealed record AuthorizationQueryRequest(
    string? QueryType, TypedValueBody? AuthorizingIdentifier, TypedValueBody? AuthorizedIdentifier, IReadOnlyList<string>? PermissionTypes);

internal sealed record EntityRolesResponse(IReadOnlyList<EntityRole> Roles, bool HasMore);

internal sealed record AttachmentStatusResponse(bool IsAttachmentAllowed, DateTimeOffset? RevokedDate);
