using KsefFunctions.Index;
using Microsoft.Azure.Functions.Worker;

namespace KsefFunctions.Api;

/// <summary><c>GET invoices</c>: invoices of all files, found by what stands in them and by what became of them.</summary>
public sealed class ListInvoices(InvoiceSearch search)
{
    [Function(nameof(ListInvoices))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "invoices")] HttpRequest request, CancellationToken cancellationToken)
    {
        if (!InvoiceFilterQuery.TryRead(request.Query, out var filter, out var problem))
        {
            return Problems.BadRequest(problem);
        }

        var page = await search.FindAsync(filter, QueryValues.PageSize(request.Query), request.Query["continuation"], cancellationToken);
        return HttpResults.Json(page, ApiJson.Default.InvoicesFound);
    }
}
