using System.Text.Json;
using LocalHost.Durable.Faults;

namespace LocalHost.Durable;

/// <summary>How the engine runs. The defaults fit one machine.</summary>
public sealed record DurableEngineOptions
{
    /// <summary>The clock of timers, retries and turns.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>
    /// The one serializer of inputs, outputs, events and statuses. On Azure the worker's serializer plays this part, so its options belong here.
    /// Stored history is in this format: changing it breaks instances under way.
    /// </summary>
    public JsonSerializerOptions JsonSerializerOptions { get; init; } = new() { PropertyNameCaseInsensitive = true };

    /// <summary>The most bytes of UTF-8 that one payload may take. The default is what every durable back end carries without detour.</summary>
    public int PayloadLimitBytes { get; init; } = 45 * 1024;

    /// <summary>The most bytes of UTF-8 that a custom status may take.</summary>
    public int CustomStatusLimitBytes { get; init; } = 16 * 1024;

    /// <summary>How many activities run at the same time.</summary>
    public int MaxConcurrentActivities { get; init; } = 10 * Environment.ProcessorCount;

    /// <summary>How many instances take a turn at the same time.</summary>
    public int MaxConcurrentOrchestrators { get; init; } = 10 * Environment.ProcessorCount;

    /// <summary>The version of instances that are started without one.</summary>
    public string DefaultVersion { get; init; } = string.Empty;

    /// <summary>The pause before a turn is tried again after the store has failed; it doubles with each failure in a row.</summary>
    public TimeSpan StoreRetryInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Crashes and duplicate executions for tests; none when null.</summary>
    public FaultInjection? FaultInjection { get; init; }
}
