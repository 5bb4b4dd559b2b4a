namespace LocalHost.Durable;

/// <summary>One activity as the engine calls it.</summary>
/// <param name="InputType">What the stored input is read as.</param>
/// <param name="Run">Runs the activity once: its input, who calls, and a token that is cancelled when the host stops.</param>
public sealed record ActivityFunction(Type InputType, Func<object?, ActivityInvocation, CancellationToken, Task<object?>> Run);
