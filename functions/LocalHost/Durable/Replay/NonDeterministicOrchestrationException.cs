namespace LocalHost.Durable;

/// <summary>A replay did not ask for what history says it asked for the first time.</summary>
/// <param name="message">Where, what history has and what the code wants now.</param>
public sealed class NonDeterministicOrchestrationException(string message) : Exception(message);
