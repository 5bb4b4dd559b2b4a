using System.Text.Json.Serialization;
using KsefSimulator.Json;

namespace KsefSimulator.Permissions;

/// <summary>How permissions are written, for clients and for the journal.</summary>
[JsonSerializable(typeof(TestPerson))]
[JsonSerializable(typeof(TestSubject))]
[JsonSerializable(typeof(PermissionGrant))]
[JsonSerializable(typeof(PermissionOperation))]
[JsonSerializable(typeof(AuthorizationGrant))]
[JsonSerializable(typeof(AttachmentConsent))]
[JsonSerializable(typeof(PersonGrantRequest))]
[JsonSerializable(typeof(EntityGrantRequest))]
[JsonSerializable(typeof(AuthorizationGrantRequest))]
[JsonSerializable(typeof(PermissionsOperationResponse))]
[JsonSerializable(typeof(PermissionsOperationStatusResponse))]
[JsonSerializable(typeof(PermissionQueryRequest))]
[JsonSerializable(typeof(PersonPermissionsResponse))]
[JsonSerializable(typeof(PersonalPermissionsResponse))]
[JsonSerializable(typeof(EntityPermissionsResponse))]
[JsonSerializable(typeof(AuthorizationQueryRequest))]
[JsonSerializable(typeof(AuthorizationsResponse))]
[JsonSerializable(typeof(EntityRolesResponse))]
[JsonSerializable(typeof(AttachmentStatusResponse))]
internal sealed partial class PermissionJson : JsonSerializerContext
{
    public static PermissionJson Types { get; } = new(JsonFormat.Options());
}
