using KsefSimulator.Access;
using KsefSimulator.Http;
using KsefSimulator.Json;
using KsefSimulator.Limits;

namespace KsefSimulator.Permissions;

/// <summary>Queries for the permissions of persons, one's own, entity roles, and the consent to attachments.</summary>
internal static class PermissionQueryEndpoints
{
    public static void MapPermissionQueries(this IEndpointRouteBuilder api)
    {
        api.MapPost("/permissions/query/persons/grants", OfPersonsAsync)
            .WithName("PermissionQueryPersons").RequireAccess(Permission.CredentialsManage, Permission.CredentialsRead, Permission.SubunitManage).RateLimited(RateLimitGroup.Other);
        api.MapPost("/permissions/query/personal/grants", OwnAsync)
            .WithName("PermissionQueryPersonal").RequireAccess().RateLimited(RateLimitGroup.Other);
        api.MapGet("/permissions/query/entities/roles", Roles)
            .WithName("PermissionQueryRoles").RequireAccess(Permission.CredentialsManage, Permission.CredentialsRead).RateLimited(RateLimitGroup.Other);
        api.MapGet("/permissions/attachments/status", Attachments)
            .WithName("PermissionAttachments").RequireAccess(Permission.CredentialsManage, Permission.CredentialsRead).RateLimited(RateLimitGroup.Other);
    }

    private static async Task<IResult> OfPersonsAsync(HttpContext context, PermissionDirectory directory)
    {
        var caller = context.Caller();
        var request = await JsonBody.ReadAsync(context.Request, Wire.Json.PermissionQueryRequest, context.RequestAborted);
        var onlyOwn = Require.Text(request.QueryType, "queryType") == "PermissionsGrantedInCurrentContext";
        return Paged(context, directory.Grants.Where(grant => grant.Context == caller.Context && (!onlyOwn || grant.Author is not null)), request);
    }

    private static async Task<IResult> OwnAsync(HttpContext context, PermissionDirectory directory)
    {
        var caller = context.Caller();
        var request = await JsonBody.ReadOptionalAsync(context.Request, Wire.Json.PermissionQueryRequest, context.RequestAborted)
            ?? new PermissionQueryRequest(null, null, null, null, null, null);
        return Paged(context, directory.Grants.Where(grant => grant.Context == caller.Context && directory.IsSame(grant.Subject, caller.Subject)), request);
    }

    private static IResult Paged(HttpContext context, IEnumerable<PermissionGrant> grants, PermissionQueryRequest request)
    {
        var found = grants
            .Where(grant => request.PermissionState is null or "Active")
            .Where(grant => request.PermissionTypes is not { Count: > 0 } types || types.Contains(grant.Scope))
            .Where(grant => request.AuthorizedIdentifier is not { } who || (grant.Subject.Type == who.Type && grant.Subject.Value == who.Value))
            .Where(grant => request.AuthorIdentifier is not { } who || (who.Type == "System" ? grant.Author is null : grant.Author?.Type == who.Type && grant.Author?.Value == who.Value))
            .ToList();
        var page = OffsetPage.From(context.Request);
        return Answer.Json(new PermissionQueryResponse(page.Of(found).Select(PermissionItem.Of).ToList(), page.HasMore(found.Count)), Wire.Json.PermissionQueryResponse);
    }

    private static IResult Roles(HttpContext context, TestRegister register)
    {
        var roles = register.RolesOf(context.Caller().Context.Nip ?? string.Empty).ToList();
        var page = OffsetPage.From(context.Request);
        return Answer.Json(new EntityRolesResponse(page.Of(roles).ToList(), page.HasMore(roles.Count)), Wire.Json.EntityRolesResponse);
    }

    private static IResult Attachments(HttpContext context, AttachmentConsents consents)
    {
        var nip = context.Caller().Context.Nip ?? string.Empty;
        return Answer.Json(new AttachmentStatusResponse(consents.IsGranted(nip), consents.RevokedFrom(nip)), Wire.Json.AttachmentStatusResponse);
    }
}
