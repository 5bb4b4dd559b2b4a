namespace Benchmarks.Day;

/// <summary>What a consignment does next: a call of KSeF, or nothing for a while.</summary>
/// <param name="Operation">The call, one of <see cref="Ksef.Client.SessionOperation"/>; null for a wait.</param>
/// <param name="Wait">How long nothing happens.</param>
internal readonly record struct SessionStep(string? Operation, TimeSpan Wait)
{
    public static SessionStep Call(string operation) => new(operation, TimeSpan.Zero);

    public static SessionStep Pause(TimeSpan wait) => new(Operation: null, wait);
}
