using KsefSimulator.Access;
using KsefSimulator.Http;
using KsefSimulator.Invoices;
using KsefSimulator.Limits;
using KsefSimulator.PublicKeys;

namespace KsefSimulator.Sessions.Online;

/// <summary>POST /sessions/online and its close.</summary>
internal static class OnlineSessionEndpoints
{
    public static void MapOnlineSessions(this IEndpointRouteBuilder api)
    {
        api.MapPost("/sessions/online", OpenAsync)
            .WithName("OnlineSessionOpen").RequireAccess(SessionPermissions.Online).RateLimited(RateLimitGroup.OnlineSession);
        api.MapPost("/sessions/online/{referenceNumber}/close", Close)
            .WithName("OnlineSessionClose").RequireAccess(SessionPermissions.Online).RateLimited(RateLimitGroup.OnlineSessionClose);
    }

    private static async Task<IResult> OpenAsync(HttpContext context, SessionOpening opening)
    {
        var request = await JsonBody.ReadAsync(context.Request, OnlineJson.Types.OpenOnlineSessionRequest, context.RequestAborted);
        var schema = FormCodes.Require(request.FormCode, SessionKind.Online);
        var session = opening.Open(context, SessionKind.Online, schema, request.Encryption).Session;
        return Answer.Json(new OpenOnlineSessionResponse(session.ReferenceNumber, session.ValidUntil), OnlineJson.Types.OpenOnlineSessionResponse, StatusCodes.Status201Created);
    }

    private static IResult Close(string referenceNumber, HttpContext context, SessionAccess access, SessionClosing closing)
    {
        closing.Close(access.Get(context, referenceNumber, SessionKind.Online));
        return Answer.NoContent();
    }
}

internal sealed record OpenOnlineSessionRequest(FormCodeBody? FormCode, EncryptionBody? Encryption);

internal sealed record OpenOnlineSessionResponse(string ReferenceNumber, DateTimeOffset ValidUntil);
