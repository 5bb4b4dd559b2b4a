using KsefFunctions.Settings;
using KsefSimulator.Settings;

namespace LocalHost.Hosting;

/// <summary>The app's settings on this machine.</summary>
internal static class AppSettings
{
    private const string HostJson = "AzureFunctionsJobHost__extensions__durableTask__storageProvider__";

    public static IReadOnlyDictionary<string, string> Of(LocalServicesOptions options, LocalServices services)
    {
        var settings = new Dictionary<string, string>(services.Vault.Settings)
        {
            ["FUNCTIONS_WORKER_RUNTIME"] = "dotnet-isolated",

            // 16 MB, as on Azure: by the cache of a large processor the worker would take far more.
            ["DOTNET_GCgen0size"] = "0x1000000",
            ["AzureWebJobsStorage"] = services.Azurite.RuntimeConnectionString,
            ["InvoiceStorage"] = services.Azurite.InvoicesConnectionString,
            ["ServiceBusConnection"] = services.Broker.ConnectionString,
            [Name(nameof(KsefFunctionsOptions.Environment))] = options.Ksef.ToString(),
            [Name(nameof(KsefFunctionsOptions.Mode))] = options.Mode.ToString(),

            // A laptop pays for no polling, and whoever looks on does not want to wait.
            [HostJson + "maxQueuePollingInterval"] = "00:00:00.2",

            // There is one host, which sweeps when it starts: what it finds then is nobody else's.
            [Name(nameof(KsefFunctionsOptions.UnnoticedAfter))] = "00:00:00",
        };
        if (services.Simulator is { } simulator)
        {
            // A simulator has no quota to spare and nobody waits for it overnight.
            settings[Name(nameof(KsefFunctionsOptions.SimulatorAddress))] = simulator.BaseAddress.AbsoluteUri;
            settings[Name(nameof(KsefFunctionsOptions.FirstPoll))] = "00:00:00.2";
            settings[Name(nameof(KsefFunctionsOptions.LongestPoll))] = "00:00:05";

            // It shows limits that it does not enforce, and nobody wants to wait for those.
            settings[Name(nameof(KsefFunctionsOptions.KeepToLimits))] = (options.Simulator.RateLimits != RateLimitProfile.Off).ToString();
        }

        foreach ((string name, string value) in options.AppSettings)
        {
            settings[name] = value;
        }

        return settings;
    }

    /// <summary>Name of a setting of the app as an environment variable.</summary>
    public static string Name(string option) => $"{KsefFunctionsOptions.Section}__{option}";
}
