using KsefSimulator.Access;
using KsefSimulator.Http;
using KsefSimulator.Identity;
using KsefSimulator.Limits;
using KsefSimulator.Paging;

namespace KsefSimulator.Permissions;

/// <summary>Queries for the permissions of persons and entities, one's own, authorizations, entity roles, and the consent to attachments.</summary>
internal static class PermissionQueryEndpoints
{
    public static void MapPermissionQueries(this IEndpointRouteBuilder api)
    {
        api.MapPost("/permissions/query/persons/grants", OfPersonsAsync)
            .WithName("PermissionQueryPersons").RequireAccess(Permission.CredentialsManage, Permission.CredentialsRead, Permission.SubunitManage).RateLimited(RateLimitGroup.Other);
        api.MapPost("/permissions/query/personal/grants", OwnAsync)
            .WithName("PermissionQueryPersonal").RequireAccess().RateLimited(RateLimitGroup.Other);
        api.MapPost("/permissions/query/entities/grants", OfEntityAsync)
            .WithName("PermissionQueryEntities").RequireAccess(Permission.CredentialsManage, Permission.CredentialsRead).RateLimited(RateLimitGroup.Other);
        api.MapPost("/permissions/query/authorizations/grants", AuthorizationsAsync)
            .WithName("PermissionQueryAuthorizations").RequireAccess(Permission.CredentialsManage, Permission.CredentialsRead, Permission.PefInvoiceWrite).RateLimited(RateLimitGroup.Other);
        api.MapGet("/permissions/query/entities/roles", Roles)
            .WithName("PermissionQueryRoles").RequireAccess(Permission.CredentialsManage, Permission.CredentialsRead).RateLimited(RateLimitGroup.Other);
        api.MapGet("/permissions/attachments/status", Attachments)
            .WithName("PermissionAttachments").RequireAccess(Permission.CredentialsManage, Permission.CredentialsRead).RateLimited(RateLimitGroup.Other);
    }

    private static async Task<IResult> OfPersonsAsync(HttpContext context, PermissionDirectory directory)
    {
        var caller = context.Caller();
        var request = await JsonBody.ReadAsync(context.Request, PermissionJson.Types.PermissionQueryRequest, context.RequestAborted);
        var onlyOwn = PermissionRules.Choice(request.QueryType, "queryType", "PermissionsInCurrentContext", "PermissionsGrantedInCurrentContext") == "PermissionsGrantedInCurrentContext";
        var found = Matching(directory.Grants, request)
            .Where(grant => grant.Context == caller.Context && (!onlyOwn || (grant.Author is { } author && directory.IsSame(author, caller.Subject))))
            .Where(grant => IsOrUnasked(request.AuthorizedIdentifier, TypedValue.Of(grant.Subject)))
            .Where(grant => request.AuthorIdentifier is not { } who || (who.Type == "System" ? grant.Author is null : grant.Author is { } author && IsOrUnasked(who, TypedValue.Of(author))))
            .ToList();
        var page = OffsetPage.From(context.Request);
        return Answer.Json(new PersonPermissionsResponse(page.Of(found).Select(PersonPermissionItem.Of).ToList(), page.HasMore(found.Count)), PermissionJson.Types.PersonPermissionsResponse);
    }

    private static async Task<IResult> OwnAsync(HttpContext context, PermissionDirectory directory)
    {
        var caller = context.Caller();
        var request = await JsonBody.ReadOptionalAsync(context.Request, PermissionJson.Types.PermissionQueryRequest, context.RequestAborted)
            ?? new PermissionQueryRequest(null, null, null, null, null, null);
        // Who owns the context also sees what its entity may do for others.
        var isOwner = caller.Permissions.Contains(Permission.Owner);
        var found = Matching(directory.Grants, request)
            .Where(grant => (grant.Context == caller.Context && directory.IsSame(grant.Subject, caller.Subject)) || (isOwner && IsReceived(grant, caller)))
            .Where(grant => IsOrUnasked(request.ContextIdentifier, TypedValue.Of(grant.Context)))
            .ToList();
        var page = OffsetPage.From(context.Request);
        return Answer.Json(
            new PersonalPermissionsResponse(page.Of(found).Select(grant => PersonalPermissionItem.Of(grant, caller.Subject)).ToList(), page.HasMore(found.Count)),
            PermissionJson.Types.PersonalPermissionsResponse);
    }

    private static async Task<IResult> OfEntityAsync(HttpContext context, PermissionDirectory directory)
    {
        var caller = context.Caller();
        var request = await JsonBody.ReadOptionalAsync(context.Request, PermissionJson.Types.PermissionQueryRequest, context.RequestAborted);
        var found = directory.Grants
            .Where(grant => IsReceived(grant, caller) && IsOrUnasked(request?.ContextIdentifier, TypedValue.Of(grant.Context)))
            .ToList();
        var page = OffsetPage.From(context.Request);
        return Answer.Json(new EntityPermissionsResponse(page.Of(found).Select(EntityPermissionItem.Of).ToList(), page.HasMore(found.Count)), PermissionJson.Types.EntityPermissionsResponse);
    }

    private static async Task<IResult> AuthorizationsAsync(HttpContext context, PermissionDirectory directory)
    {
        var caller = context.Caller();
        var request = await JsonBody.ReadAsync(context.Request, PermissionJson.Types.AuthorizationQueryRequest, context.RequestAborted);
        var areReceived = PermissionRules.Choice(request.QueryType, "queryType", "Granted", "Received") == "Received";
        var found = directory.Authorizations
            .Where(grant => areReceived ? grant.Authorized == caller.Context : grant.AuthorizingNip == caller.Context.Nip)
            .Where(grant => request.PermissionTypes is not { Count: > 0 } types || types.Contains(grant.Kind))
            .Where(grant => !areReceived || request.AuthorizingIdentifier is not { } who || who.Value == grant.AuthorizingNip)
            .Where(grant => areReceived || IsOrUnasked(request.AuthorizedIdentifier, TypedValue.Of(grant.Authorized)))
            .ToList();
        var page = OffsetPage.From(context.Request);
        return Answer.Json(new AuthorizationsResponse(page.Of(found).Select(AuthorizationItem.Of).ToList(), page.HasMore(found.Count)), PermissionJson.Types.AuthorizationsResponse);
    }

    private static IEnumerable<PermissionGrant> Matching(IEnumerable<PermissionGrant> grants, PermissionQueryRequest request)
    {
        var state = request.PermissionState is null ? PermissionStates.Active : PermissionRules.Choice(request.PermissionState, "permissionState", PermissionStates.Active, "Inactive");
        return grants.Where(grant => state == PermissionStates.Active && (request.PermissionTypes is not { Count: > 0 } types || types.Contains(grant.Scope)));
    }

    private static bool IsReceived(PermissionGrant grant, Caller caller) =>
        grant.EntityName is not null && caller.Context.Nip is { } nip && grant.Subject == new SubjectIdentifier(SubjectIdentifier.NipType, nip);

    private static bool IsOrUnasked(TypedValueBody? asked, TypedValue actual) => asked is null || (asked.Type == actual.Type && asked.Value == actual.Value);

    private static IResult Roles(HttpContext context, TestRegister register)
    {
        var roles = register.RolesOf(context.Caller().Context.Nip ?? string.Empty).ToList();
        var page = OffsetPage.From(context.Request);
        return Answer.Json(new EntityRolesResponse(page.Of(roles).ToList(), page.HasMore(roles.Count)), PermissionJson.Types.EntityRolesResponse);
    }

    private static IResult Attachments(HttpContext context, AttachmentConsents consents)
    {
        var nip = context.Caller().Context.Nip ?? string.Empty;
        return Answer.Json(new AttachmentStatusResponse(consents.IsGranted(nip), consents.RevokedFrom(nip)), PermissionJson.Types.AttachmentStatusResponse);
    }
}
