using KsefSimulator.Access;
using KsefSimulator.Http;
using KsefSimulator.Limits;

namespace KsefSimulator.Permissions;

/// <summary>DELETE of permissions and authorizations, and the status of such operations.</summary>
internal static class RevocationEndpoints
{
    public static void MapRevocations(this IEndpointRouteBuilder api)
    {
        api.MapDelete("/permissions/common/grants/{permissionId}", Revoke)
            .WithName("PermissionRevoke").RequireAccess(Permission.CredentialsManage, Permission.VatUeManage, Permission.SubunitManage).RateLimited(RateLimitGroup.Other);
        api.MapDelete("/permissions/authorizations/grants/{permissionId}", RevokeAuthorization)
            .WithName("PermissionRevokeAuthorization").RequireAccess(Permission.CredentialsManage).RateLimited(RateLimitGroup.Other);
        api.MapGet("/permissions/operations/{referenceNumber}", Status)
            .WithName("PermissionOperation").RequireAccess().RateLimited(RateLimitGroup.Other);
    }

    private static IResult Revoke(string permissionId, HttpContext context, PermissionDirectory directory, PermissionOperations operations) =>
        Outcome(context.Caller(), operations, directory.Revoke(context.Caller().Context, permissionId));

    private static IResult RevokeAuthorization(string permissionId, HttpContext context, PermissionDirectory directory, PermissionOperations operations) =>
        Outcome(context.Caller(), operations, directory.RevokeAuthorization(context.Caller().Context, permissionId));

    private static IResult Outcome(Caller caller, PermissionOperations operations, bool found) =>
        PermissionRules.Accepted(operations.Start(caller.Context, found ? PermissionOperations.Succeeded : PermissionOperations.Failed));

    private static IResult Status(string referenceNumber, HttpContext context, PermissionOperations operations) => Answer.Json(
        new PermissionsOperationStatusResponse(operations.StatusOf(referenceNumber, context.Caller().Context)), PermissionJson.Types.PermissionsOperationStatusResponse);
}
