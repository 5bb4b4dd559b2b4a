namespace Ksef.Client;

/// <summary>
/// HTTP 429: too many calls for this context and source address. Nothing was processed. Calling before the time is over lengthens the
/// penalty. Source: KSeF API 2.6, limits.
/// </summary>
public sealed class KsefRateLimitException : KsefException
{
    internal KsefRateLimitException(string operation, TimeSpan retryAfter)
        : base($"KSeF limits the rate of {operation}: try again in {Math.Ceiling(retryAfter.TotalSeconds):0} s.")
    {
        Operation = operation;
        RetryAfter = retryAfter;
    }

    /// <summary>Method and path template of the call.</summary>
    public string Operation { get; }

    /// <summary>How long not to call, counted from the answer.</summary>
    public TimeSpan RetryAfter { get; }
}
