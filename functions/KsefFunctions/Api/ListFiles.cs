using Microsoft.Azure.Functions.Worker;

namespace KsefFunctions.Api;

/// <summary><c>GET files</c>: the newest files first, filtered by outcome, company, text and time.</summary>
public sealed class ListFiles(FileSearch search, PendingWork pending)
{
    [Function(nameof(ListFiles))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "files")] HttpRequest request, CancellationToken cancellationToken)
    {
        if (!FileFilter.TryRead(request.Query, out var filter, out var problem))
        {
            return Problems.BadRequest(problem);
        }

        var page = await search.FindAsync(filter, QueryValues.PageSize(request.Query), request.Query["continuation"], cancellationToken);
        return HttpResults.Json(page with { Files = await pending.OfAsync(page.Files, cancellationToken) }, ApiJson.Default.FilesPage);
    }
}
