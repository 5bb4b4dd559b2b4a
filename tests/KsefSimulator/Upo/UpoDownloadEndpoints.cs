using KsefSimulator.Faults;
using KsefSimulator.Sessions;
using KsefSimulator.Storage;

namespace KsefSimulator.Upo;

/// <summary>Downloads of UPOs by link: no token, no request limit, for three days.</summary>
internal static class UpoDownloadEndpoints
{
    public static void MapUpoDownloads(this IEndpointRouteBuilder storage)
    {
        storage.MapGet("/01/{session}/session-upo/{page}.xml", (string session, string page, HttpContext context, SignedLinks links, SessionStore sessions, UpoArchive upos, FaultSwitchboard faults) =>
            Serve(context, links, sessions, faults, session, page, state => upos.Page(context, state, page))).WithName("UpoPageDownload");
        storage.MapGet("/01/{session}/invoice-upo/upo_{ksefNumber}.xml", (string session, string ksefNumber, HttpContext context, SignedLinks links, SessionStore sessions, UpoArchive upos, FaultSwitchboard faults) =>
            Serve(context, links, sessions, faults, session, ksefNumber, state => upos.Invoice(context, state, invoice => invoice.KsefNumber == ksefNumber))).WithName("InvoiceUpoDownload");
    }

    private static IResult Serve(
        HttpContext context, SignedLinks links, SessionStore sessions, FaultSwitchboard faults, string session, string document, Func<SessionState, byte[]?> find)
    {
        if (!links.IsValid(context.Request))
        {
            return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        }

        return sessions.Find(session) is { } state && find(state) is { } upo
            ? UpoEndpoints.Document(context, faults, document, upo)
            : TypedResults.StatusCode(StatusCodes.Status404NotFound);
    }
}
