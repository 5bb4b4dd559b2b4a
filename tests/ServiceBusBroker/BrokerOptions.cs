using Microsoft.Extensions.Logging.Abstractions;

namespace ServiceBusBroker;

/// <summary>How to run the broker.</summary>
public sealed record BrokerOptions
{
    /// <summary>Where messages are kept; null keeps them in memory, which ends with the process.</summary>
    public string? DataDirectory { get; init; }

    /// <summary>The port to ask for; another free one is taken where it is busy, or where this is 0.</summary>
    public int PreferredPort { get; init; }

    /// <summary>What is served. A link to any other address is refused with <c>amqp:not-found</c>.</summary>
    public required IReadOnlyList<QueueDescription> Queues { get; init; }

    /// <summary>The clock of locks and of duplicate detection.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    public ILogger Logger { get; init; } = NullLogger.Instance;
}
