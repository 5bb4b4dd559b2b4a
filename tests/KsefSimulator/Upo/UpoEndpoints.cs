using KsefSimulator.Access;
using KsefSimulator.Faults;
using KsefSimulator.Http;
using KsefSimulator.Limits;
using KsefSimulator.Sessions;

namespace KsefSimulator.Upo;

/// <summary>GET of a UPO: of an invoice by KSeF number or by reference number, of a session by page.</summary>
internal static class UpoEndpoints
{
    public static void MapUpo(this IEndpointRouteBuilder api)
    {
        api.MapGet("/sessions/{referenceNumber}/invoices/ksef/{ksefNumber}/upo", ByKsefNumber)
            .WithName("InvoiceUpoByKsefNumber").RequireAccess(SessionPermissions.Read).RateLimited(RateLimitGroup.SessionMisc);
        api.MapGet("/sessions/{referenceNumber}/invoices/{invoiceReferenceNumber}/upo", ByReference)
            .WithName("InvoiceUpo").RequireAccess(SessionPermissions.Read).RateLimited(RateLimitGroup.SessionMisc);
        api.MapGet("/sessions/{referenceNumber}/upo/{upoReferenceNumber}", OfSession)
            .WithName("SessionUpo").RequireAccess(SessionPermissions.Read).RateLimited(RateLimitGroup.SessionMisc);
    }

    public static IResult Document(HttpContext context, FaultSwitchboard faults, string subject, byte[] upo) =>
        Answer.Xml(context, upo, faults.Strikes(context, FaultNames.UpoHashMismatch, subject) ? Convert.ToBase64String(new byte[32]) : null);

    private static IResult ByKsefNumber(string referenceNumber, string ksefNumber, HttpContext context, SessionAccess access, UpoArchive upos, FaultSwitchboard faults) => Document(
        context,
        faults,
        ksefNumber,
        upos.Invoice(context, access.Get(context, referenceNumber), invoice => invoice.KsefNumber == ksefNumber) ?? throw Refusals.UpoOfInvoiceNotFound(ksefNumber, referenceNumber));

    private static IResult ByReference(
        string referenceNumber, string invoiceReferenceNumber, HttpContext context, SessionAccess access, UpoArchive upos, FaultSwitchboard faults) => Document(
        context,
        faults,
        invoiceReferenceNumber,
        upos.Invoice(context, access.Get(context, referenceNumber), invoice => invoice.ReferenceNumber == invoiceReferenceNumber)
            ?? throw Refusals.UpoNotFound(invoiceReferenceNumber, referenceNumber));

    private static IResult OfSession(string referenceNumber, string upoReferenceNumber, HttpContext context, SessionAccess access, UpoArchive upos, FaultSwitchboard faults) => Document(
        context,
        faults,
        upoReferenceNumber,
        upos.Page(context, access.Get(context, referenceNumber), upoReferenceNumber) ?? throw Refusals.UpoNotFound(upoReferenceNumber, referenceNumber));
}
