using Microsoft.DurableTask.Client;

namespace LocalHost.Durable;

/// <summary>What a listing tells about an ended instance.</summary>
/// <param name="Name">The orchestrator.</param>
/// <param name="Status">How it ended.</param>
/// <param name="CreatedAt">When it was created.</param>
/// <param name="LastUpdatedAt">When it ended.</param>
public sealed record InstanceSummary(
    string Name, OrchestrationRuntimeStatus Status, DateTimeOffset CreatedAt, DateTimeOffset LastUpdatedAt);
