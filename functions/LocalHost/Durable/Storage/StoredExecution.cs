using LocalHost.Durable.History;

namespace LocalHost.Durable;

/// <summary>One execution as a listing shows it.</summary>
/// <param name="Key">The execution.</param>
/// <param name="Length">How many bytes its history has. None: its creation was cut off, and it does not count.</param>
/// <param name="Summary">How it ended; null when it is not marked as ended.</param>
public sealed record StoredExecution(ExecutionKey Key, long Length, InstanceSummary? Summary);
