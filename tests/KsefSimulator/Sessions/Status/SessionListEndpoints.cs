using KsefSimulator.Access;
using KsefSimulator.Http;
using KsefSimulator.Limits;
using KsefSimulator.Paging;

namespace KsefSimulator.Sessions.Status;

/// <summary>GET /sessions.</summary>
internal static class SessionListEndpoints
{
    public static void MapSessionList(this IEndpointRouteBuilder api) => api
        .MapGet("/sessions", List)
        .WithName("SessionList").RequireAccess(SessionPermissions.List).RateLimited(RateLimitGroup.SessionList);

    private static IResult List(HttpContext context, SessionStore sessions, SessionStatuses statuses)
    {
        var caller = context.Caller();
        var filter = SessionFilter.From(context.Request);
        var listing = $"sessions-{filter.Kind}";
        var page = Page.From(context.Request, listing);

        var seesAll = SessionPermissions.SeesAll(caller);
        var found = sessions.In(caller.Context)
            .Where(state => seesAll || state.Session.Subject == caller.Subject)
            .Select(state => (state.Session, View: statuses.Of(state)))
            .Where(pair => filter.Matches(pair.Session, pair.View))
            .OrderByDescending(pair => pair.Session.DateCreated)
            .ThenByDescending(pair => pair.Session.ReferenceNumber, StringComparer.Ordinal)
            .ToList();
        var items = found.Skip(page.Offset).Take(page.Size)
            .Select(pair => new SessionListItem(
                pair.Session.ReferenceNumber,
                pair.View.Status,
                pair.Session.DateCreated,
                pair.View.DateUpdated,
                pair.Session.ValidUntil,
                pair.View.Total,
                pair.View.Succeeded,
                pair.View.Failed))
            .ToList();
        return Answer.Json(new SessionsQueryResponse(page.Next(found.Count, listing), items), StatusJson.Types.SessionsQueryResponse);
    }
}

internal sealed record SessionsQueryResponse(string? ContinuationToken, IReadOnlyList<SessionListItem> Sessions);

internal sealed record SessionListItem(
    string ReferenceNumber,
    StatusInfo Status,
    DateTimeOffset DateCreated,
    DateTimeOffset DateUpdated,
    DateTimeOffset? ValidUntil,
    int TotalInvoiceCount,
    int SuccessfulInvoiceCount,
    int FailedInvoiceCount);
