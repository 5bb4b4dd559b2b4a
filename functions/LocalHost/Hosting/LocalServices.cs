using System.Net;
using Azure.Storage.Blobs;
using Ksef.Client;
using KsefFunctions.DeadLetters;
using KsefFunctions.Hosting;
using LocalHost.Credentials;
using LocalHost.Drops;
using LocalHost.Durable;
using LocalHost.Functions;
using LocalHost.Queues;
using LocalHost.Triggers.Blobs;
using LocalHost.Triggers.Http;
using LocalHost.Triggers.Queues;
using LocalHost.Triggers.ServiceBus;
using LocalHost.Triggers.Timers;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace LocalHost.Hosting;

/// <summary>Composes the function app and what stands in for the Functions host.</summary>
internal static class LocalServices
{
    public static WebApplication Build(LocalAppOptions options, BlobServiceClient blobs, Uri? simulator, FunctionKey key, int port)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection(Settings(options, simulator));
        builder.Logging.ClearProviders();
        options.ConfigureLogging?.Invoke(builder.Logging);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));

        IServiceCollection services = builder.Services;
        services.AddSingleton(options.Time);
        services.AddSingleton(blobs);
        services.AddSingleton(key);
        services.AddKsefFunctions(builder.Configuration);
        AddPorts(services, options);
        AddFunctionsHost(services);
        AddDrops(services);
        options.ConfigureServices?.Invoke(services);

        WebApplication web = builder.Build();
        web.MapHttpTriggers();
        web.MapDeadLetters();
        web.MapTimers();
        return web;
    }

    private static Dictionary<string, string?> Settings(LocalAppOptions options, Uri? simulator)
    {
        var settings = new Dictionary<string, string?>
        {
            [Setting(nameof(KsefFunctionsOptions.Environment))] = options.Ksef.ToString(),
            [Setting(nameof(KsefFunctionsOptions.Mode))] = options.Mode.ToString(),
        };
        if (simulator is not null)
        {
            // A simulator has no quota to spare and nobody waits for it overnight.
            settings[Setting(nameof(KsefFunctionsOptions.SimulatorAddress))] = simulator.AbsoluteUri;
            settings[Setting(nameof(KsefFunctionsOptions.FirstPoll))] = "00:00:00.2";
            settings[Setting(nameof(KsefFunctionsOptions.LongestPoll))] = "00:00:05";
        }

        return settings;
    }

    private static string Setting(string name) => $"{KsefFunctionsOptions.Section}:{name}";

    // What the app leaves to each host.
    private static void AddPorts(IServiceCollection services, LocalAppOptions options)
    {
        services.AddSingleton<LocalQueues>();
        services.AddSingleton<IPoisonQueue, LocalPoisonQueue>();
        if (options.Credential is { } credential)
        {
            services.AddSingleton<IKsefCredentialSource>(new FixedCredential(credential));
        }
        else
        {
            services.AddSingleton<IKsefCredentialSource, SelfSignedCredentials>();
        }
    }

    private static void AddFunctionsHost(IServiceCollection services)
    {
        services.AddMvcCore();
        services.AddSingleton(HostJson.Load());
        services.AddSingleton(FunctionCatalogue.Discover(typeof(KsefFunctionsServices).Assembly));
        services.AddSingleton<FunctionInvoker>();
        services.AddSingleton<BlobEvents>();
        services.AddSingleton<TimerStatusStore>();

        services.AddSingleton<IDurableFunctions, DurableFunctions>();
        services.AddSingleton(DurableEngineService.CreateEngine);
        services.AddSingleton(provider => provider.GetRequiredService<DurableEngine>().Client);

        // Started in this order and stopped in the reverse one: triggers need the engine.
        services.Replace(ServiceDescriptor.Singleton<IHostLifetime, NoConsoleLifetime>());
        services.AddHostedService<DurableEngineService>();
        services.AddHostedService<BlobTriggerService>();
        services.AddHostedService<QueueTriggerService>();
        services.AddHostedService<ServiceBusTriggerService>();
        services.AddHostedService<TimerTriggerService>();
    }

    private static void AddDrops(IServiceCollection services)
    {
        services.AddSingleton<ContextReader>();
        services.AddSingleton<InboxUploader>();
        services.AddSingleton<DropTracker>();
    }
}
