using KsefSimulator.Access;
using KsefSimulator.Http;
using KsefSimulator.Identity;
using KsefSimulator.Limits;

namespace KsefSimulator.Permissions;

/// <summary>POST of permissions to persons, entities, and of authorizations.</summary>
internal static class GrantEndpoints
{
    private static readonly string[] OfPersons =
        [Permission.CredentialsManage, Permission.CredentialsRead, Permission.InvoiceWrite, Permission.InvoiceRead, Permission.Introspection, Permission.SubunitManage, Permission.EnforcementOperations];

    private static readonly string[] OfEntities = [Permission.InvoiceWrite, Permission.InvoiceRead];

    private static readonly string[] Authorizations =
        [AuthorizationKind.SelfInvoicing, AuthorizationKind.RrInvoicing, AuthorizationKind.TaxRepresentative, AuthorizationKind.PefInvoicing];

    public static void MapGrants(this IEndpointRouteBuilder api)
    {
        api.MapPost("/permissions/persons/grants", GrantToPersonAsync)
            .WithName("PermissionGrantPerson").RequireAccess(Permission.CredentialsManage).RateLimited(RateLimitGroup.Other);
        api.MapPost("/permissions/entities/grants", GrantToEntityAsync)
            .WithName("PermissionGrantEntity").RequireAccess(Permission.CredentialsManage).RateLimited(RateLimitGroup.Other);
        api.MapPost("/permissions/authorizations/grants", AuthorizeAsync)
            .WithName("PermissionGrantAuthorization").RequireAccess(Permission.CredentialsManage).RateLimited(RateLimitGroup.Other);
    }

    private static async Task<IResult> GrantToPersonAsync(HttpContext context, PermissionDirectory directory, TestRegister register, PermissionOperations operations, TimeProvider time)
    {
        var caller = context.Caller();
        var request = await JsonBody.ReadAsync(context.Request, PermissionJson.Types.PersonGrantRequest, context.RequestAborted);
        var subject = PermissionRules.Subject(request.SubjectIdentifier, "Nip", "Pesel", "Fingerprint");
        var scopes = PermissionRules.Scopes(request.Permissions, OfPersons);
        var description = Require.Text(request.Description, "description", 5, 256);
        var details = Require.Present(request.SubjectDetails, "subjectDetails");
        PermissionRules.Choice(details.SubjectDetailsType, "subjectDetails.subjectDetailsType", "PersonByIdentifier", "PersonByFingerprintWithIdentifier", "PersonByFingerprintWithoutIdentifier");
        var name = Require.Present(details.Name, "subjectDetails.personById");
        Require.Text(name.FirstName, "firstName", 2, 30);
        Require.Text(name.LastName, "lastName", 2, 81);
        var outcome = scopes.Contains(Permission.EnforcementOperations) && !register.MayEnforce(caller.Context.Nip ?? string.Empty)
            ? PermissionOperations.Failed
            : PermissionOperations.Succeeded;
        foreach (var scope in outcome == PermissionOperations.Succeeded ? scopes : [])
        {
            directory.Grant(new PermissionGrant
            {
                Id = PermissionRules.NewId(),
                Context = caller.Context,
                Subject = subject,
                Author = caller.Subject,
                Scope = scope,
                Description = description,
                StartDate = time.GetUtcNow(),
                PersonDetailsKind = details.Kind,
                FirstName = name.FirstName,
                LastName = name.LastName,
            });
        }

        return PermissionRules.Accepted(operations.Start(caller.Context, outcome));
    }

    private static async Task<IResult> GrantToEntityAsync(HttpContext context, PermissionDirectory directory, PermissionOperations operations, TimeProvider time)
    {
        var caller = context.Caller();
        var request = await JsonBody.ReadAsync(context.Request, PermissionJson.Types.EntityGrantRequest, context.RequestAborted);
        var subject = PermissionRules.Subject(request.SubjectIdentifier, "Nip");
        Require.Text(subject.Value, "subjectIdentifier.value", 10, 10);
        var description = Require.Text(request.Description, "description", 5, 256);
        var permissions = Require.Present(request.Permissions, "permissions");
        PermissionRules.Scopes(permissions.Select(permission => permission.Type ?? string.Empty).ToList(), OfEntities);
        var name = PermissionRules.EntityName(request.SubjectDetails);
        foreach (var permission in permissions)
        {
            directory.Grant(new PermissionGrant
            {
                Id = PermissionRules.NewId(),
                Context = caller.Context,
                Subject = subject,
                Author = caller.Subject,
                Scope = permission.Type!,
                Description = description,
                StartDate = time.GetUtcNow(),
                CanDelegate = permission.CanDelegate ?? false,
                EntityName = name,
            });
        }

        return PermissionRules.Accepted(operations.Start(caller.Context, PermissionOperations.Succeeded));
    }

    private static async Task<IResult> AuthorizeAsync(HttpContext context, PermissionDirectory directory, PermissionOperations operations, TimeProvider time)
    {
        var caller = context.Caller();
        var request = await JsonBody.ReadAsync(context.Request, PermissionJson.Types.AuthorizationGrantRequest, context.RequestAborted);
        var body = Require.Present(request.SubjectIdentifier, "subjectIdentifier");
        var authorized = new ContextIdentifier(body.Type ?? string.Empty, body.Value ?? string.Empty);
        if (!authorized.IsWellFormed || authorized.Type is not (ContextIdentifier.NipType or ContextIdentifier.PeppolIdType) || !Authorizations.Contains(request.Permission))
        {
            throw Refusals.InvalidInput("Pole 'subjectIdentifier' lub 'permission' ma niedozwoloną wartość.");
        }

        directory.Grant(new AuthorizationGrant(
            PermissionRules.NewId(),
            caller.Context.Nip ?? throw HttpRefusal.ContextTypeNotAllowed(),
            authorized,
            request.Permission!,
            Require.Text(request.Description, "description", 5, 256),
            PermissionRules.EntityName(request.SubjectDetails),
            time.GetUtcNow(),
            caller.Subject));
        return PermissionRules.Accepted(operations.Start(caller.Context, PermissionOperations.Succeeded));
    }
}
