namespace LocalHost.Host;

/// <summary>The configuration of the host itself: <c>host.json</c>, and over it the settings, as the Functions host layers them.</summary>
internal static class HostConfiguration
{
    private const string HostJson = "host.json";
    private const string Root = "AzureFunctionsJobHost";

    /// <exception cref="LocalHostException"><c>host.json</c> is missing or is no JSON.</exception>
    public static IConfigurationRoot Build(string appDirectory, IReadOnlyDictionary<string, string> settings) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(ReadHostJson(Path.Combine(appDirectory, HostJson)))
            .AddInMemoryCollection(new Dictionary<string, string?>
            {
                // The WebJobs SDK looks for the settings of its extensions below this name.
                ["AzureWebJobsConfigurationSection"] = Root,
                ["FUNCTIONS_WORKER_RUNTIME"] = "dotnet-isolated",
            })
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(
                setting.Key.Replace("__", ConfigurationPath.KeyDelimiter, StringComparison.Ordinal), (string?)setting.Value)))
            .Build();

    /// <summary>What stands in <c>host.json</c>, and in the settings named <c>AzureFunctionsJobHost__…</c>.</summary>
    public static IConfigurationSection HostSection(this IConfiguration configuration) => configuration.GetSection(Root);

    private static IEnumerable<KeyValuePair<string, string?>> ReadHostJson(string path)
    {
        try
        {
            using FileStream file = File.OpenRead(path);
            return [.. from entry in new ConfigurationBuilder().AddJsonStream(file).Build().AsEnumerable()
                       where entry.Value is not null
                       select KeyValuePair.Create(ConfigurationPath.Combine(Root, entry.Key), entry.Value)];
        }
        catch (Exception exception) when (exception is IOException or FormatException or InvalidDataException or System.Text.Json.JsonException)
        {
            throw new LocalHostException($"'{path}' could not be read: {exception.Message}", exception);
        }
    }
}
