using KsefSimulator.Access;
using KsefSimulator.Http;
using KsefSimulator.Identity;
using KsefSimulator.Limits;
using KsefSimulator.Paging;

namespace KsefSimulator.Tokens;

/// <summary>POST /tokens, GET /tokens, GET and DELETE /tokens/{referenceNumber}.</summary>
internal static class TokenEndpoints
{
    public static void MapTokens(this IEndpointRouteBuilder api)
    {
        api.MapPost("/tokens", GenerateAsync).WithName("TokenGenerate").RequireAccess().RateLimited(RateLimitGroup.Other);
        api.MapGet("/tokens", List).WithName("TokenList").RequireAccess().RateLimited(RateLimitGroup.Other);
        api.MapGet("/tokens/{referenceNumber}", Get).WithName("TokenGet").RequireAccess().RateLimited(RateLimitGroup.Other);
        api.MapDelete("/tokens/{referenceNumber}", Revoke).WithName("TokenRevoke").RequireAccess().RateLimited(RateLimitGroup.Other);
    }

    private static async Task<IResult> GenerateAsync(HttpContext context, KsefTokens tokens)
    {
        var caller = context.Caller();
        var request = await JsonBody.ReadAsync(context.Request, TokenJson.Types.GenerateTokenRequest, context.RequestAborted);
        var permissions = Require.Present(request.Permissions, "permissions");
        var description = Require.Text(request.Description, "description", 5, 256);
        if (permissions.Count == 0 || permissions.Except(Permission.OfTokens).Any())
        {
            throw Refusals.InvalidInput("Pole 'permissions' zawiera niedozwoloną wartość.");
        }

        if (caller.IsByToken)
        {
            throw HttpRefusal.AuthenticationMethodNotAllowed();
        }

        if (caller.Context.Type is not (ContextIdentifier.NipType or ContextIdentifier.InternalIdType))
        {
            throw Refusals.TokenContextNotAllowed($"Aktualny kontekst: {caller.Context.Type}. Dozwolone: Nip, InternalId.");
        }

        var missing = permissions.Where(permission => !caller.Has(permission) && !(permission == Permission.EnforcementOperations && caller.Permissions.Contains(Permission.Owner))).ToList();
        if (missing.Count > 0)
        {
            throw Refusals.TokenPermissionsExceedOwn($"Brakujące uprawnienia: {string.Join(", ", missing)}.");
        }

        var (token, secret) = tokens.Issue(caller, permissions.Distinct().ToList(), description);
        return Answer.Json(new GenerateTokenResponse(token.ReferenceNumber, secret), TokenJson.Types.GenerateTokenResponse, StatusCodes.Status202Accepted);
    }

    private static IResult List(HttpContext context, KsefTokens tokens, TimeProvider time)
    {
        var page = Page.From(context.Request, "tokens", maximum: 100);
        var found = TokenFilter.From(context.Request).Apply(Visible(context.Caller(), tokens), time.GetUtcNow()).ToList();
        var items = found.Skip(page.Offset).Take(page.Size).Select(token => TokenItem.Of(token, time.GetUtcNow())).ToList();
        return Answer.Json(new QueryTokensResponse(page.Next(found.Count, "tokens"), items), TokenJson.Types.QueryTokensResponse);
    }

    private static IResult Get(string referenceNumber, HttpContext context, KsefTokens tokens, TimeProvider time)
    {
        var caller = context.Caller();
        var token = Existing(referenceNumber, caller, tokens);
        var mayRead = SeesAll(caller) || IsOwn(token, caller) || token.Author == caller.Subject;
        return mayRead ? Answer.Json(TokenItem.Of(token, time.GetUtcNow()), TokenJson.Types.TokenItem) : throw HttpRefusal.NoAccessToResource();
    }

    private static IResult Revoke(string referenceNumber, HttpContext context, KsefTokens tokens)
    {
        var caller = context.Caller();
        var token = Existing(referenceNumber, caller, tokens);
        var mayRevoke = caller.Has(Permission.CredentialsManage) || (caller.IsByToken ? IsOwn(token, caller) : token.Author == caller.Subject);
        if (!mayRevoke)
        {
            throw HttpRefusal.NoAccessToResource();
        }

        if (!token.IsRevoked)
        {
            tokens.Revoke(token);
        }

        return Answer.NoContent();
    }

    private static KsefToken Existing(string reference, Caller caller, KsefTokens tokens) =>
        tokens.Find(reference) is { } token && token.Context == caller.Context
            ? token
            : throw Refusals.InvalidInput($"Token o numerze referencyjnym {reference} nie został znaleziony.");

    private static IEnumerable<KsefToken> Visible(Caller caller, KsefTokens tokens) => tokens.In(caller.Context)
        .Where(token => SeesAll(caller) || (caller.IsByToken ? IsOwn(token, caller) : token.Author == caller.Subject));

    private static bool SeesAll(Caller caller) => caller.Has(Permission.CredentialsManage) || caller.Has(Permission.CredentialsRead);

    private static bool IsOwn(KsefToken token, Caller caller) => token.ReferenceNumber == caller.Login.TokenReference;
}
