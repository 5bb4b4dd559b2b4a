using KsefFunctions.Indexing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace KsefFunctions.Orchestrators;

/// <summary>Writes the index of invoices anew from the ledger, page by page. It is asked for by a person: by itself the index follows the ledger.</summary>
public static class RebuildIndex
{
    /// <summary>Id of its only instance.</summary>
    public const string InstanceId = "rebuild-index";

    private const int PagesInHistory = 20;

    [Function(nameof(RebuildIndex))]
    public static async Task<IndexedPage> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var done = context.GetInput<IndexedPage>()!;
        for (var pages = 0; pages < PagesInHistory; pages++)
        {
            done = await context.CallActivityAsync<IndexedPage>(nameof(IndexLedgerPage), done, Retries.Forever);
            context.SetCustomStatus(done);
            if (done.Continuation is null)
            {
                return done;
            }
        }

        context.ContinueAsNew(done);
        return done;
    }
}
