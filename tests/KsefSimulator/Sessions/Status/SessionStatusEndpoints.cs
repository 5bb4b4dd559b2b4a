using KsefSimulator.Access;
using KsefSimulator.Http;
using KsefSimulator.Limits;
using KsefSimulator.Storage;

namespace KsefSimulator.Sessions.Status;

/// <summary>GET /sessions/{referenceNumber}.</summary>
internal static class SessionStatusEndpoints
{
    public static void MapSessionStatus(this IEndpointRouteBuilder api) => api
        .MapGet("/sessions/{referenceNumber}", Get)
        .WithName("SessionStatus").RequireAccess(SessionPermissions.Read).RateLimited(RateLimitGroup.SessionMisc);

    private static IResult Get(string referenceNumber, HttpContext context, SessionAccess access, SessionStatuses statuses, SignedLinks links, TimeProvider time)
    {
        var state = access.Get(context, referenceNumber);
        var view = statuses.Of(state);
        var session = state.Session;
        return Answer.Json(
            new SessionStatusResponse
            {
                Status = view.Status,
                DateCreated = session.DateCreated,
                DateUpdated = view.DateUpdated,
                ValidUntil = session.ValidUntil,
                Upo = view.Status.Code == 200 ? new UpoResponse(session.UpoPages.Select(page => Page(context.Request, session, page, links, time)).ToList()) : null,
                InvoiceCount = view.Total > 0 || view.IsFinal ? view.Total : null,
                SuccessfulInvoiceCount = view.Succeeded > 0 || view.IsFinal ? view.Succeeded : null,
                FailedInvoiceCount = view.Failed > 0 || view.IsFinal ? view.Failed : null,
            },
            StatusJson.Types.SessionStatusResponse);
    }

    private static UpoPageResponse Page(HttpRequest request, Session session, string page, SignedLinks links, TimeProvider time)
    {
        var expires = time.GetUtcNow() + UpoLinks.Lifetime;
        return new UpoPageResponse(page, links.Sign(request, UpoLinks.PathOfPage(session.ReferenceNumber, page), expires), expires);
    }
}

internal sealed record SessionStatusResponse
{
    public required StatusInfo Status { get; init; }

    public required DateTimeOffset DateCreated { get; init; }

    public required DateTimeOffset DateUpdated { get; init; }

    public DateTimeOffset? ValidUntil { get; init; }

    public UpoResponse? Upo { get; init; }

    public int? InvoiceCount { get; init; }

    public int? SuccessfulInvoiceCount { get; init; }

    public int? FailedInvoiceCount { get; init; }
}

internal sealed record UpoResponse(IReadOnlyList<UpoPageResponse> Pages);

internal sealed record UpoPageResponse(string ReferenceNumber, Uri DownloadUrl, DateTimeOffset DownloadUrlExpirationDate);
