namespace KsefFunctions.Steps;

/// <summary>What a step that talks to KSeF gives back: a value, or the wait that KSeF demands before the step may run again.</summary>
/// <param name="Value">The result; null while <paramref name="RetryAfter"/> is set.</param>
/// <param name="RetryAfter">KSeF's <c>Retry-After</c>. The orchestrator waits it out on a durable timer, however long it is.</param>
public sealed record Answer<T>(T? Value, TimeSpan? RetryAfter = null) : IAnswer;

/// <summary>An <see cref="Answer{T}"/> whose value does not matter.</summary>
internal interface IAnswer
{
    TimeSpan? RetryAfter { get; }
}
