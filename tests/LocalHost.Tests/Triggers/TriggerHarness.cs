using Azure.Storage.Blobs;
using LocalHost.Functions;
using LocalHost.Hosting;
using LocalHost.Queues;
using LocalHost.Triggers.Blobs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LocalHost.Tests.Triggers;

/// <summary>Runs one kind of trigger over functions of a test. Started again on the same storage, it is the host after a restart.</summary>
internal sealed class TriggerHarness : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly IHostedService _service;

    private TriggerHarness(ServiceProvider services, IHostedService service)
    {
        _services = services;
        _service = service;
    }

    public LocalQueues Queues => _services.GetRequiredService<LocalQueues>();

    public BlobEvents Events => _services.GetRequiredService<BlobEvents>();

    public static async Task<TriggerHarness> StartAsync<TService>(
        Type functions, object recorder, BlobServiceClient blobs, TimeProvider? time = null, params (string Name, string Value)[] settings)
        where TService : class, IHostedService
    {
        ServiceProvider services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(recorder.GetType(), recorder)
            .AddSingleton(blobs)
            .AddSingleton(time ?? TimeProvider.System)
            .AddSingleton<IConfiguration>(new ConfigurationBuilder()
                .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value))).Build())
            .AddSingleton(FunctionCatalogue.Discover([functions]))
            .AddSingleton(new HostJson())
            .AddSingleton<FunctionInvoker>()
            .AddSingleton<LocalQueues>()
            .AddSingleton<BlobEvents>()
            .AddSingleton<LocalHost.Triggers.Timers.TimerStatusStore>()
            .AddSingleton<TService>()
            .BuildServiceProvider();
        IHostedService service = services.GetRequiredService<TService>();
        await service.StartAsync(CancellationToken.None);
        return new TriggerHarness(services, service);
    }

    public async ValueTask DisposeAsync()
    {
        await _service.StopAsync(CancellationToken.None);
        await _services.DisposeAsync();
    }
}
