namespace LocalHost.Durable.Faults;

/// <summary>The process died here, as a test asked for.</summary>
/// <param name="message">At which checkpoint.</param>
public sealed class SimulatedCrashException(string message) : Exception(message);
