using KsefSimulator.Access;
using KsefSimulator.Http;
using KsefSimulator.Invoices;
using KsefSimulator.Limits;
using KsefSimulator.Paging;
using KsefSimulator.Storage;

namespace KsefSimulator.Sessions.Status;

/// <summary>GET /sessions/{referenceNumber}/invoices, its failed ones, and one of them.</summary>
internal static class SessionInvoiceEndpoints
{
    public static void MapSessionInvoices(this IEndpointRouteBuilder api)
    {
        api.MapGet("/sessions/{referenceNumber}/invoices", List)
            .WithName("SessionInvoices").RequireAccess(SessionPermissions.Read).RateLimited(RateLimitGroup.SessionInvoiceList);
        api.MapGet("/sessions/{referenceNumber}/invoices/failed", Failed)
            .WithName("SessionInvoicesFailed").RequireAccess(SessionPermissions.Read).RateLimited(RateLimitGroup.SessionInvoiceList);
        api.MapGet("/sessions/{referenceNumber}/invoices/{invoiceReferenceNumber}", Get)
            .WithName("SessionInvoice").RequireAccess(SessionPermissions.Read).RateLimited(RateLimitGroup.InvoiceStatus);
    }

    private static IResult List(string referenceNumber, HttpContext context, SessionAccess access, SignedLinks links, TimeProvider time) =>
        Paged(context, access.Get(context, referenceNumber), "invoices", _ => true, links, time);

    private static IResult Failed(string referenceNumber, HttpContext context, SessionAccess access, SignedLinks links, TimeProvider time) =>
        Paged(context, access.Get(context, referenceNumber), "failed", invoice => time.GetUtcNow() >= invoice.VisibleAt && !invoice.Verdict.IsSuccess, links, time);

    private static IResult Get(string referenceNumber, string invoiceReferenceNumber, HttpContext context, SessionAccess access, SignedLinks links, TimeProvider time)
    {
        var invoice = SessionInvoices.Find(access.Get(context, referenceNumber), time.GetUtcNow(), invoice => invoice.ReferenceNumber == invoiceReferenceNumber)
            ?? throw Refusals.InvalidInput($"Faktura o numerze referencyjnym {invoiceReferenceNumber} nie została znaleziona w sesji {referenceNumber}.");
        return Answer.Json(Item(context.Request, invoice, links, time.GetUtcNow()), StatusJson.Types.SessionInvoiceItem);
    }

    private static IResult Paged(HttpContext context, SessionState state, string listing, Func<SubmittedInvoice, bool> filter, SignedLinks links, TimeProvider time)
    {
        var page = Page.From(context.Request, listing);
        var found = new List<SubmittedInvoice>();
        foreach (var invoice in SessionInvoices.Listed(state, time.GetUtcNow()).Span)
        {
            if (filter(invoice))
            {
                found.Add(invoice);
            }
        }

        var items = found.Skip(page.Offset).Take(page.Size).Select(invoice => Item(context.Request, invoice, links, time.GetUtcNow())).ToList();
        return Answer.Json(new SessionInvoicesResponse(page.Next(found.Count, listing), items), StatusJson.Types.SessionInvoicesResponse);
    }

    private static SessionInvoiceItem Item(HttpRequest request, SubmittedInvoice invoice, SignedLinks links, DateTimeOffset now)
    {
        var isDone = now >= invoice.VisibleAt;
        var ksefNumber = isDone ? invoice.KsefNumber : null;
        var expires = now + UpoLinks.Lifetime;
        return new SessionInvoiceItem
        {
            OrdinalNumber = invoice.OrdinalNumber,
            InvoiceNumber = isDone ? invoice.Facts?.Number : null,
            KsefNumber = ksefNumber,
            ReferenceNumber = invoice.ReferenceNumber,
            InvoiceHash = invoice.Hash,
            InvoiceFileName = invoice.FileName,
            AcquisitionDate = ksefNumber is null ? null : invoice.VisibleAt,
            InvoicingDate = invoice.InvoicingDate,
            PermanentStorageDate = ksefNumber is null ? null : invoice.VisibleAt,
            UpoDownloadUrl = ksefNumber is null ? null : links.Sign(request, UpoLinks.PathOfInvoice(invoice.SessionReferenceNumber, ksefNumber), expires),
            UpoDownloadUrlExpirationDate = ksefNumber is null ? null : expires,
            InvoicingMode = isDone ? invoice.Mode : null,
            Status = isDone ? invoice.Verdict : InvoiceStatus.Processing,
        };
    }
}

internal sealed record SessionInvoicesResponse(string? ContinuationToken, IReadOnlyList<SessionInvoiceItem> Invoices);

internal sealed record SessionInvoiceItem
{
    public required int OrdinalNumber { get; init; }

    public string? InvoiceNumber { get; init; }

    public string? KsefNumber { get; init; }

    public required string ReferenceNumber { get; init; }

    public required string InvoiceHash { get; init; }

    public string? InvoiceFileName { get; init; }

    public DateTimeOffset? AcquisitionDate { get; init; }

    public required DateTimeOffset InvoicingDate { get; init; }

    public DateTimeOffset? PermanentStorageDate { get; init; }

    public Uri? UpoDownloadUrl { get; init; }

    public DateTimeOffset? UpoDownloadUrlExpirationDate { get; init; }

    public string? InvoicingMode { get; init; }

    public required InvoiceStatus Status { get; init; }
}
