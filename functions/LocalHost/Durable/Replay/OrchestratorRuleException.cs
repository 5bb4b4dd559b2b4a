namespace LocalHost.Durable;

/// <summary>An orchestrator waited for a task that is not durable, or used its context on another thread or after its turn.</summary>
/// <param name="message">Which rule it broke.</param>
public sealed class OrchestratorRuleException(string message) : InvalidOperationException(message);
