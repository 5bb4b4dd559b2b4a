using KsefFunctions.Indexing;
using KsefFunctions.Orchestrators;
using KsefFunctions.Steps;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace KsefFunctions.Api;

/// <summary><c>POST index/rebuild</c> writes the index of invoices anew from the ledger; <c>GET index/rebuild</c> tells how far it has come.</summary>
public static class RebuildIndexRequest
{
    [Function("StartRebuildIndex")]
    public static async Task<IResult> StartAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "index/rebuild")] HttpRequest request,
        [DurableClient] DurableTaskClient durable,
        CancellationToken cancellationToken)
    {
        await durable.TryStartAsync(nameof(RebuildIndex), RebuildIndex.InstanceId, IndexedPage.Start, OrchestrationStart.OneAtATime, cancellationToken);
        return HttpResults.Json(new RebuildView("Running", Files: 0, Invoices: 0), ApiJson.Default.RebuildView, statusCode: StatusCodes.Status202Accepted);
    }

    [Function("ShowRebuildIndex")]
    public static async Task<IResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "index/rebuild")] HttpRequest request,
        [DurableClient] DurableTaskClient durable,
        CancellationToken cancellationToken)
    {
        if (await durable.GetInstanceAsync(RebuildIndex.InstanceId, getInputsAndOutputs: true, cancellationToken) is not { } instance)
        {
            return HttpResults.Problem("The index has not been rebuilt.", statusCode: StatusCodes.Status404NotFound);
        }

        var done = instance.ReadCustomStatusAs<IndexedPage>() ?? IndexedPage.Start;
        return HttpResults.Json(new RebuildView(instance.RuntimeStatus.ToString(), done.Files, done.Invoices), ApiJson.Default.RebuildView);
    }
}

/// <summary>How far the index has been written anew.</summary>
/// <param name="Status">Status of its orchestration: <c>Running</c>, <c>Completed</c> and the others of Durable Functions.</param>
/// <param name="Files">Files that were looked at.</param>
/// <param name="Invoices">Their invoices.</param>
public sealed record RebuildView(string Status, int Files, int Invoices);
