using Azure.Storage.Blobs;
using LocalHost.Durable;

namespace LocalHost.Hosting;

/// <summary>Runs the durable engine for as long as the host runs.</summary>
internal sealed class DurableEngineService(DurableEngine engine) : IHostedService
{
    private const string Container = "durable-history";

    public static DurableEngine CreateEngine(IServiceProvider services) => new(
        services.GetRequiredService<IDurableFunctions>(),
        new BlobHistoryStore(services.GetRequiredService<BlobServiceClient>().GetBlobContainerClient(Container)),
        new DurableEngineOptions { TimeProvider = services.GetRequiredService<TimeProvider>() },
        services.GetRequiredService<ILoggerFactory>());

    public Task StartAsync(CancellationToken cancellationToken) => engine.StartAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => engine.StopAsync(cancellationToken);
}
