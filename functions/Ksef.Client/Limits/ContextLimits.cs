namespace Ksef.Client;

/// <summary>Limits of the sessions of a context. Source: KSeF API 2.6, GET /limits/context.</summary>
public sealed record ContextLimits
{
    /// <summary>Of online sessions; null when KSeF does not say.</summary>
    public SessionLimits? OnlineSession { get; init; }

    /// <summary>Of batch sessions; null when KSeF does not say.</summary>
    public SessionLimits? BatchSession { get; init; }
}
