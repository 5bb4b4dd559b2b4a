using System.Text.Json.Serialization;
using Microsoft.Azure.WebJobs;

namespace LocalHost.Host.Functions;

/// <summary>A binding as the worker declares it. What a kind of binding does not have is null.</summary>
internal sealed record DeclaredBinding
{
    public required string Name { get; init; }

    public required string Type { get; init; }

    /// <summary>The setting that leads to the storage account.</summary>
    public string? Connection { get; init; }

    /// <summary>Of a blob trigger: <c>container/pattern</c>.</summary>
    public string? Path { get; init; }

    /// <summary>Of a blob trigger: who tells of new blobs; null is the host, which then looks for them itself.</summary>
    public string? Source { get; init; }

    public string? QueueName { get; init; }

    /// <summary>Of a timer trigger: NCRONTAB, or a setting in percent signs.</summary>
    public string? Schedule { get; init; }

    public bool RunOnStartup { get; init; }

    public string? Route { get; init; }

    public IReadOnlyList<string>? Methods { get; init; }

    public string? AuthLevel { get; init; }

    public string? TaskHub { get; init; }

    public string? ConnectionName { get; init; }

    public IReadOnlyDictionary<string, string>? Properties { get; init; }

    /// <summary>Whether the worker opens the blob by itself and wants only to be told which.</summary>
    [JsonIgnore]
    public bool IsDeferred => Properties?.GetValueOrDefault("supportsDeferredBinding") is { } value && bool.Parse(value);

    [JsonIgnore]
    public BlobTriggerSource BlobSource => Source is null ? BlobTriggerSource.LogsAndContainerScan : Enum.Parse<BlobTriggerSource>(Source, ignoreCase: true);

    public bool Is(string type) => Type.Equals(type, StringComparison.OrdinalIgnoreCase);
}
