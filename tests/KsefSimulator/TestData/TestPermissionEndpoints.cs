using KsefSimulator.Access;
using KsefSimulator.Authentication;
using KsefSimulator.Http;
using KsefSimulator.Identity;
using KsefSimulator.Limits;
using KsefSimulator.Permissions;

namespace KsefSimulator.TestData;

/// <summary>POST /testdata/permissions and /testdata/attachment, their revocation, and blocking of contexts.</summary>
internal static class TestPermissionEndpoints
{
    public static void MapTestPermissions(this IEndpointRouteBuilder api)
    {
        api.MapPost("/testdata/permissions", GrantAsync).WithName("TestDataPermissions").RateLimited(RateLimitGroup.Anonymous);
        api.MapPost("/testdata/permissions/revoke", RevokeAsync).WithName("TestDataPermissionsRevoke").RateLimited(RateLimitGroup.Anonymous);
        api.MapPost("/testdata/attachment", AllowAttachmentsAsync).WithName("TestDataAttachment").RateLimited(RateLimitGroup.Anonymous);
        api.MapPost("/testdata/attachment/revoke", ForbidAttachmentsAsync).WithName("TestDataAttachmentRevoke").RateLimited(RateLimitGroup.Anonymous);
        api.MapPost("/testdata/context/block", (HttpContext context, BlockedContexts blocked) => BlockAsync(context, blocked.Block)).WithName("TestDataContextBlock").RateLimited(RateLimitGroup.Other);
        api.MapPost("/testdata/context/unblock", (HttpContext context, BlockedContexts blocked) => BlockAsync(context, blocked.Unblock)).WithName("TestDataContextUnblock").RateLimited(RateLimitGroup.Other);
    }

    private static async Task<IResult> GrantAsync(HttpContext context, PermissionDirectory directory, TimeProvider time)
    {
        var request = await JsonBody.ReadAsync(context.Request, TestDataJson.Types.TestPermissionsRequest, context.RequestAborted);
        var target = TestIdentifiers.Context(request.ContextIdentifier);
        var subject = PermissionRules.Subject(request.AuthorizedIdentifier, "Nip", "Pesel", "Fingerprint");
        var permissions = Require.Present(request.Permissions, "permissions");
        PermissionRules.Scopes(permissions.Select(permission => permission.PermissionType ?? string.Empty).ToList(), [.. Permission.OfTokens]);
        foreach (var permission in permissions)
        {
            directory.Grant(new PermissionGrant
            {
                Id = PermissionRules.NewId(),
                Context = target,
                Subject = subject,
                Scope = permission.PermissionType!,
                Description = Require.Text(permission.Description, "permissions.description", 5, 256),
                StartDate = time.GetUtcNow(),
            });
        }

        return TypedResults.Ok();
    }

    private static async Task<IResult> RevokeAsync(HttpContext context, PermissionDirectory directory)
    {
        var request = await JsonBody.ReadAsync(context.Request, TestDataJson.Types.TestPermissionsRequest, context.RequestAborted);
        directory.RevokeAll(TestIdentifiers.Context(request.ContextIdentifier), PermissionRules.Subject(request.AuthorizedIdentifier, "Nip", "Pesel", "Fingerprint"));
        return TypedResults.Ok();
    }

    private static async Task<IResult> AllowAttachmentsAsync(HttpContext context, AttachmentConsents consents)
    {
        consents.Grant(TestIdentifiers.Nip((await JsonBody.ReadAsync(context.Request, TestDataJson.Types.NipRequest, context.RequestAborted)).Nip));
        return TypedResults.Ok();
    }

    private static async Task<IResult> ForbidAttachmentsAsync(HttpContext context, AttachmentConsents consents)
    {
        var request = await JsonBody.ReadAsync(context.Request, TestDataJson.Types.NipRequest, context.RequestAborted);
        consents.Revoke(TestIdentifiers.Nip(request.Nip), request.ExpectedEndDate);
        return TypedResults.Ok();
    }

    private static async Task<IResult> BlockAsync(HttpContext context, Action<ContextIdentifier> change)
    {
        var request = await JsonBody.ReadAsync(context.Request, TestDataJson.Types.ContextBlockRequest, context.RequestAborted);
        change(TestIdentifiers.Context(request.ContextIdentifier));
        return TypedResults.Ok();
    }
}
