using System.Collections.Immutable;

namespace Microsoft.DurableTask;

/// <summary>How a client starts an orchestration.</summary>
public record StartOrchestrationOptions
{
    /// <summary>Makes options.</summary>
    /// <param name="InstanceId">The id; a random one when null.</param>
    /// <param name="StartAt">The moment before which the orchestration does not start.</param>
    public StartOrchestrationOptions(string? InstanceId = null, DateTimeOffset? StartAt = null)
    {
        this.InstanceId = InstanceId;
        this.StartAt = StartAt;
    }

    /// <summary>Copies options.</summary>
    public StartOrchestrationOptions(StartOrchestrationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        InstanceId = options.InstanceId;
        StartAt = options.StartAt;
        Tags = options.Tags;
        Version = options.Version;
        DedupeStatuses = options.DedupeStatuses;
    }

    /// <summary>The instance id; a random one when null.</summary>
    public string? InstanceId { get; init; }

    /// <summary>The moment before which the orchestration does not start; at once when null.</summary>
    public DateTimeOffset? StartAt { get; init; }

    /// <summary>Labels on the instance.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = ImmutableDictionary.Create<string, string>();

    /// <summary>The version to start; the host's default when null.</summary>
    public TaskVersion? Version { get; init; }

    /// <summary>
    /// The names of the statuses in which an existing instance of the same id is kept and the start refused. Null means: only an instance that is
    /// still going on is kept, one that has ended is replaced without a word. An empty list replaces even a running one.
    /// </summary>
    public IReadOnlyList<string>? DedupeStatuses { get; init; }
}
