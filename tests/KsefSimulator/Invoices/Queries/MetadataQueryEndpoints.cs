using KsefSimulator.Access;
using KsefSimulator.Http;
using KsefSimulator.Limits;
using KsefSimulator.Paging;

namespace KsefSimulator.Invoices.Queries;

/// <summary>POST /invoices/query/metadata.</summary>
internal static class MetadataQueryEndpoints
{
    private const int MaxResults = 10_000;

    public static void MapMetadataQuery(this IEndpointRouteBuilder api) => api
        .MapPost("/invoices/query/metadata", QueryAsync)
        .WithName("InvoiceMetadataQuery").RequireAccess(Permission.InvoiceRead).RateLimited(RateLimitGroup.InvoiceMetadata);

    private static async Task<IResult> QueryAsync(HttpContext context, InvoiceSearch search, TimeProvider time)
    {
        var filter = await JsonBody.ReadAsync(context.Request, QueryJson.Types.InvoiceFilterBody, context.RequestAborted);
        var page = OffsetPage.From(context.Request, maximum: 250);
        var descending = string.Equals(context.Request.Query["sortOrder"], "Desc", StringComparison.OrdinalIgnoreCase);
        var (range, found) = search.Find(context.Caller(), filter, descending);

        var reachable = Math.Min(found.Count, MaxResults);
        var items = page.Of(found.Take(reachable)).Select(InvoiceMetadata.Of).ToList();
        var isLast = !page.HasMore(reachable);
        return Answer.Json(
            new QueryMetadataResponse(
                HasMore: !isLast || found.Count > reachable,
                IsTruncated: isLast && found.Count > reachable,
                PermanentStorageHwmDate: range.DateType == InvoiceDateRange.PermanentStorage ? Earlier(range.To, time.GetUtcNow()) : null,
                items),
            QueryJson.Types.QueryMetadataResponse);
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
