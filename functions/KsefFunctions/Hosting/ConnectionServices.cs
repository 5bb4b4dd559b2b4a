using Azure.Data.Tables;
using Azure.Identity;
using Azure.Messaging.ServiceBus;
using Azure.Security.KeyVault.Secrets;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using KsefFunctions.Certificates;
using KsefFunctions.Index;
using KsefFunctions.Settings;
using Microsoft.Extensions.Options;
using AzureCredential = Azure.Core.TokenCredential;

namespace KsefFunctions.Hosting;

/// <summary>
/// The app's ways to storage, Service Bus and Key Vault. Each connection is a setting as Functions reads it: a connection string under its
/// name, or an address below it (<c>InvoiceStorage__blobServiceUri</c>, <c>ServiceBusConnection__fullyQualifiedNamespace</c>), which is
/// reached by the app's managed identity.
/// </summary>
internal static class ConnectionServices
{
    private const string Storage = "InvoiceStorage";
    private const string ServiceBus = "ServiceBusConnection";

    // What the blob trigger writes and the queue trigger reads is in Base64.
    private static readonly QueueClientOptions QueueOptions = new() { MessageEncoding = QueueMessageEncoding.Base64 };

    public static IServiceCollection AddConnections(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<AzureCredential>(_ => new DefaultAzureCredential());
        services.AddSingleton(provider => ConnectionString(configuration, Storage) is { } connection
            ? new BlobServiceClient(connection)
            : new BlobServiceClient(Address(configuration, "InvoiceStorage:blobServiceUri"), provider.GetRequiredService<AzureCredential>()));
        services.AddSingleton(provider => ConnectionString(configuration, Storage) is { } connection
            ? new QueueServiceClient(connection, QueueOptions)
            : new QueueServiceClient(Address(configuration, "InvoiceStorage:queueServiceUri"), provider.GetRequiredService<AzureCredential>(), QueueOptions));
        services.AddSingleton(provider => ConnectionString(configuration, Storage) is { } connection
            ? new TableServiceClient(connection, IndexTable.Options())
            : new TableServiceClient(Address(configuration, "InvoiceStorage:tableServiceUri"), provider.GetRequiredService<AzureCredential>(), IndexTable.Options()));
        services.AddSingleton(provider => ConnectionString(configuration, ServiceBus) is { } connection
            ? new ServiceBusClient(connection)
            : new ServiceBusClient(Required(configuration, "ServiceBusConnection:fullyQualifiedNamespace"), provider.GetRequiredService<AzureCredential>()));
        services.AddSingleton(Vault);
        return services.AddKeyVaultCredentials();
    }

    private static SecretClient Vault(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<KsefFunctionsOptions>>().Value;
        return VaultClient.Create(
            options.KeyVault ?? throw new InvalidOperationException("The setting KsefFunctions:KeyVault is missing."),
            services.GetRequiredService<AzureCredential>(),
            options.KeyVaultThumbprint);
    }

    private static string? ConnectionString(IConfiguration configuration, string name) => configuration[name] is { Length: > 0 } connection ? connection : null;

    private static Uri Address(IConfiguration configuration, string key) => new(Required(configuration, key));

    private static string Required(IConfiguration configuration, string key) =>
        configuration[key] ?? throw new InvalidOperationException($"The setting {key} is missing.");
}
