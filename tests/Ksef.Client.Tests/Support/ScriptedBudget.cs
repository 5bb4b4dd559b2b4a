namespace Ksef.Client.Tests;

/// <summary>A budget that writes down what it is asked, and refuses where a test says so.</summary>
internal sealed class ScriptedBudget : ICallBudget
{
    private readonly List<string> _asked = [];

    public IReadOnlyList<string> Asked => _asked;

    /// <summary>Thrown in place of a reservation of the operation.</summary>
    public Func<string, Exception?> Refusal { get; set; } = _ => null;

    public IReadOnlyList<ContextIdentifier> Due { get; set; } = [];

    public Task ReserveAsync(ContextIdentifier context, string operation, CancellationToken cancellationToken)
    {
        _asked.Add($"reserve {context} {operation}");
        return Refusal(operation) is { } refusal ? Task.FromException(refusal) : Task.CompletedTask;
    }

    public Task BlockAsync(ContextIdentifier context, string operation, TimeSpan retryAfter, CancellationToken cancellationToken)
    {
        _asked.Add($"block {context} {operation} {retryAfter.TotalSeconds}");
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<ContextIdentifier>> TakeDueAsync(CancellationToken cancellationToken) => Task.FromResult(Due);

    public Task LearnAsync(ContextIdentifier context, RateLimits? limits, CancellationToken cancellationToken)
    {
        _asked.Add($"learn {context} {limits?.InvoiceSend?.PerHour}");
        return Task.CompletedTask;
    }

    public IReadOnlyList<LimitUse> Read() => [];
}
