using Azure.Identity;
using Azure.Messaging.ServiceBus;
using Azure.Monitor.OpenTelemetry.Exporter;
using Azure.Storage.Blobs;
using Ksef.Client;
using KsefFunctions.Certificates;
using KsefFunctions.DeadLetters;
using KsefFunctions.Telemetry;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.Options;
using AzureCredential = Azure.Core.TokenCredential;

namespace KsefFunctions.Hosting.Azure;

/// <summary>What the app needs of Azure: every connection by managed identity, none by key.</summary>
internal static class AzureServices
{
    public static IServiceCollection AddAzure(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<AzureCredential>(_ => new DefaultAzureCredential());
        services.AddSingleton(provider => new BlobServiceClient(
            Address(configuration, "InvoiceStorage:blobServiceUri"), provider.GetRequiredService<AzureCredential>()));
        services.AddSingleton(provider => new ServiceBusClient(
            Required(configuration, "ServiceBusConnection:fullyQualifiedNamespace"), provider.GetRequiredService<AzureCredential>()));
        services.AddSingleton(provider => VaultClient.Create(
            provider.GetRequiredService<IOptions<KsefFunctionsOptions>>().Value.KeyVault
                ?? throw new InvalidOperationException("The setting KsefFunctions:KeyVault is missing."),
            provider.GetRequiredService<AzureCredential>()));
        services.AddSingleton<IPoisonQueue, ServiceBusPoisonQueue>();
        services.AddKeyVaultCredentials();
        return services.AddTelemetry(configuration);
    }

    private static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        var telemetry = services.AddOpenTelemetry()
            .WithTracing(traces => traces.AddSource(FlowTelemetry.Name, KsefTelemetry.Name))
            .WithMetrics(metrics => metrics.AddMeter(FlowTelemetry.Name, KsefTelemetry.Name))
            .UseFunctionsWorkerDefaults();

        // Without a connection string the exporter would stop the app at its start.
        if (!string.IsNullOrEmpty(configuration["APPLICATIONINSIGHTS_CONNECTION_STRING"]))
        {
            telemetry.UseAzureMonitorExporter(exporter =>
            {
                exporter.Credential = new DefaultAzureCredential();

                // All or nothing of a file: left to itself the exporter keeps five traces a second.
                exporter.SamplingRatio = 1;
                exporter.TracesPerSecond = null;
            });
        }

        return services;
    }

    private static Uri Address(IConfiguration configuration, string key) => new(Required(configuration, key));

    private static string Required(IConfiguration configuration, string key) =>
        configuration[key] ?? throw new InvalidOperationException($"The setting {key} is missing.");
}
