namespace Ksef.Client;

/// <summary>
/// Too many calls for this context and source address: by HTTP 429, or because the <see cref="ICallBudget"/> held the call back before it was sent.
/// Nothing was processed. Calling before the time is over lengthens KSeF's penalty. Source: KSeF API 2.6, limits.
/// </summary>
public sealed class KsefRateLimitException : KsefException
{
    internal KsefRateLimitException(string operation, TimeSpan retryAfter)
        : base($"KSeF limits the rate of {operation}: try again in {Math.Ceiling(retryAfter.TotalSeconds):0} s.")
    {
        Operation = operation;
        RetryAfter = retryAfter;
    }

    private KsefRateLimitException(string message, string operation, TimeSpan retryAfter)
        : base(message)
    {
        Operation = operation;
        RetryAfter = retryAfter;
        IsHeldBack = true;
    }

    /// <summary>Method and path template of the call.</summary>
    public string Operation { get; }

    /// <summary>How long not to call, counted from the answer.</summary>
    public TimeSpan RetryAfter { get; }

    /// <summary>Whether our own budget held the call back, so that KSeF has not seen it; false for a 429 of KSeF.</summary>
    public bool IsHeldBack { get; }

    /// <summary>For budgets: a call that must not be made yet.</summary>
    /// <param name="operation">Method and path template of the call.</param>
    /// <param name="retryAfter">When it may be asked for again, counted from now.</param>
    public static KsefRateLimitException HeldBack(string operation, TimeSpan retryAfter) => new(
        $"KSeF's limits leave no call for {operation} now: try again in {Math.Ceiling(retryAfter.TotalSeconds):0} s.", operation, retryAfter);
}
