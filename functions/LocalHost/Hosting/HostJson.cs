namespace LocalHost.Hosting;

/// <summary>What LocalHost obeys of <c>host.json</c>, with the defaults of the Functions host.</summary>
public sealed record HostJson
{
    public int PoisonBlobThreshold { get; init; } = 5;

    public int BlobParallelism { get; init; } = 8 * Environment.ProcessorCount;

    public int QueueBatchSize { get; init; } = 16;

    public bool ServiceBusAutoComplete { get; init; } = true;

    public int ServiceBusConcurrentCalls { get; init; } = 16;

    public string RoutePrefix { get; init; } = "api";

    /// <summary>Reads the host.json that was deployed beside the program.</summary>
    public static HostJson Load() => Read(new ConfigurationBuilder().AddJsonFile(Path.Combine(AppContext.BaseDirectory, "host.json"), optional: true).Build());

    internal static HostJson Read(IConfiguration file)
    {
        IConfigurationSection extensions = file.GetSection("extensions");
        var defaults = new HostJson();
        return new HostJson
        {
            PoisonBlobThreshold = extensions.GetValue("blobs:poisonBlobThreshold", defaults.PoisonBlobThreshold),
            BlobParallelism = extensions.GetValue("blobs:maxDegreeOfParallelism", defaults.BlobParallelism),
            QueueBatchSize = extensions.GetValue("queues:batchSize", defaults.QueueBatchSize),
            ServiceBusAutoComplete = extensions.GetValue("serviceBus:autoCompleteMessages", defaults.ServiceBusAutoComplete),
            ServiceBusConcurrentCalls = extensions.GetValue("serviceBus:maxConcurrentCalls", defaults.ServiceBusConcurrentCalls),
            RoutePrefix = extensions.GetValue("http:routePrefix", defaults.RoutePrefix)!,
        };
    }
}
