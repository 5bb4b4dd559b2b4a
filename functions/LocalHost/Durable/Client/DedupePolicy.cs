using Microsoft.DurableTask.Client;

namespace LocalHost.Durable.Client;

/// <summary>In which statuses an existing instance is kept and a start of the same id refused.</summary>
internal sealed class DedupePolicy
{
    private static readonly OrchestrationRuntimeStatus[] Running =
        [OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Suspended];

    private readonly HashSet<OrchestrationRuntimeStatus> _kept;

    private DedupePolicy(IEnumerable<OrchestrationRuntimeStatus> kept) => _kept = [.. kept];

    /// <summary>Reads the statuses of a start. Without any, an instance under way is kept and an ended one replaced, as the back end does by default.</summary>
    /// <exception cref="ArgumentException">A name is unknown, or the statuses contradict each other.</exception>
    public static DedupePolicy From(IReadOnlyList<string>? names)
    {
        if (names is null)
        {
            return new DedupePolicy(Running);
        }

        var policy = new DedupePolicy(names.Select(Parse));
        return policy.Keeps(OrchestrationRuntimeStatus.Terminated) && !Running.All(policy.Keeps)
            ? throw new ArgumentException(
                "The dedupe statuses keep terminated instances but not all those under way: replacing one of these would terminate it first and then be refused.")
            : policy;
    }

    public bool Keeps(OrchestrationRuntimeStatus status) => _kept.Contains(status);

    private static OrchestrationRuntimeStatus Parse(string name) =>
        Enum.TryParse<OrchestrationRuntimeStatus>(name, ignoreCase: true, out var status)
            ? status
            : throw new ArgumentException($"'{name}' is not an orchestration status.");
}
