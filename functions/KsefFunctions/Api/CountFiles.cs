using Microsoft.Azure.Functions.Worker;

namespace KsefFunctions.Api;

/// <summary><c>GET counts</c>: how many files stand where, under the filters of the list less outcome and <c>final</c>.</summary>
public sealed class CountFiles(FileSearch search)
{
    [Function(nameof(CountFiles))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "counts")] HttpRequest request, CancellationToken cancellationToken)
    {
        if (!FileFilter.TryRead(request.Query, out var filter, out var problem))
        {
            return Problems.BadRequest(problem);
        }

        var counts = await search.CountAsync(filter with { Outcomes = null, IsFinal = null }, cancellationToken);
        return HttpResults.Json(counts, ApiJson.Default.FileCounts);
    }
}
