using System.Globalization;
using KsefFunctions.Index;
using Microsoft.Azure.Functions.Worker;

namespace KsefFunctions.Api;

/// <summary><c>GET invoices</c>: invoices of all files, found by what stands in them and by what became of them.</summary>
public sealed class ListInvoices(InvoiceSearch search)
{
    private const int DefaultPage = 50;
    private const int LargestPage = 500;

    [Function(nameof(ListInvoices))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "invoices")] HttpRequest request, CancellationToken cancellationToken)
    {
        if (!InvoiceFilterQuery.TryRead(request.Query, out var filter, out var problem))
        {
            return Problems.BadRequest(problem);
        }

        var size = int.TryParse(request.Query["pageSize"], NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : DefaultPage;
        var page = await search.FindAsync(filter, Math.Clamp(size, 1, LargestPage), request.Query["continuation"], cancellationToken);
        return HttpResults.Json(page, ApiJson.Default.InvoicesFound);
    }
}
