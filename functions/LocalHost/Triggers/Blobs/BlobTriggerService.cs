using Azure.Storage.Blobs;
using LocalHost.Functions;
using LocalHost.Hosting;
using LocalHost.Queues;
using Microsoft.Azure.Functions.Worker;

namespace LocalHost.Triggers.Blobs;

/// <summary>Runs blob-triggered functions.</summary>
internal sealed class BlobTriggerService(
    FunctionCatalogue catalogue,
    FunctionInvoker invoker,
    BlobServiceClient blobs,
    LocalQueues queues,
    BlobEvents events,
    HostJson hostJson,
    IConfiguration settings,
    TimeProvider time,
    ILogger<BlobTriggerService> logger) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(from found in catalogue.TriggeredBy<BlobTriggerAttribute>()
                     let path = BlobPath.Parse(BindingExpression.Resolve(found.Trigger.BlobPath, settings))
                     select new BlobTriggerListener(found.Function, path, blobs, invoker, queues, events, hostJson, time, logger).RunAsync(stoppingToken));
}
