using System.Net;

namespace Ksef.Client;

/// <summary>
/// Network failure, timeout, 5xx, a page of the gateway, a redirect, an unreadable body: the outcome of the call is unknown. It may have
/// been processed, so ask KSeF before sending anything again.
/// </summary>
public sealed class KsefUnavailableException : KsefException
{
    internal KsefUnavailableException(string operation, string reason, HttpStatusCode? status = null, bool isBrief = false, Exception? innerException = null)
        : base($"The outcome of {operation} is unknown: {reason}", innerException)
    {
        Operation = operation;
        Status = status;
        IsBrief = isBrief;
    }

    /// <summary>Method and path template of the call.</summary>
    public string Operation { get; }

    /// <summary>HTTP status, if an answer came at all.</summary>
    public HttpStatusCode? Status { get; }

    /// <summary>How long KSeF asks not to call again, if it does; counted from the answer.</summary>
    public TimeSpan? RetryAfter { get; internal init; }

    /// <summary>Whether it may be over in a moment, so that one more try of an idempotent call makes sense.</summary>
    internal bool IsBrief { get; }
}
