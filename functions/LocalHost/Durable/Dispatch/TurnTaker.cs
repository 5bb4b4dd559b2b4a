using LocalHost.Durable.History;
using LocalHost.Durable.Replay;

namespace LocalHost.Durable.Dispatch;

/// <summary>Runs an orchestrator over its history for one more turn.</summary>
internal sealed class TurnTaker(
    IDurableFunctions functions, PayloadConverter payloads, Mailroom mailroom, string defaultVersion, ILoggerFactory loggers)
{
    private static readonly TimeSpan LongestTurn = TimeSpan.FromSeconds(10);

    private readonly ILogger _logger = loggers.CreateLogger<TurnTaker>();

    public TurnOutcome Take(OrchestrationInstance instance, IReadOnlyList<OrchestrationMessage> messages, DateTimeOffset now)
    {
        var execution = instance.Execution;
        if (!functions.TryGetOrchestrator(execution.Started.Name, out var orchestrator))
        {
            return new TurnOutcome([], execution.CustomStatus, new OrchestratorEnd.Failed(Failure.From(
                new InvalidOperationException($"There is no orchestrator '{execution.Started.Name}'."))));
        }

        var key = execution.Key;
        var run = new OrchestratorRun(
            orchestrator,
            execution,
            payloads,
            defaultVersion,
            breach => mailroom.Post(key.InstanceId, new ExecutionFaulted(breach), key.Number),
            loggers);

        // A turn takes milliseconds. One that does not end waits for itself, and nobody would learn which.
        using var watchdog = TimeProvider.System.CreateTimer(
            _ => DurableLog.TurnStuck(_logger, execution.Started.Name, key.InstanceId, LongestTurn), null, LongestTurn, Timeout.InfiniteTimeSpan);
        return run.TakeTurn(messages, now);
    }
}
