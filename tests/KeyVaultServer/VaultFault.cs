namespace KeyVaultServer;

/// <summary>How the vault fails.</summary>
/// <param name="Status">HTTP status; 0 never answers.</param>
/// <param name="Code">Code of the error.</param>
/// <param name="InnerCode">The closer reason, where the real vault gives one.</param>
/// <param name="RetryAfter">Seconds that it asks to wait; null says nothing.</param>
public sealed record VaultFault(int Status, string Code, string? InnerCode = null, int? RetryAfter = null)
{
    /// <summary>Fails requests of this method only; null fails all.</summary>
    public string? Method { get; init; }

    /// <summary>The caller lacks the role.</summary>
    public static readonly VaultFault Forbidden = new(403, "Forbidden", "ForbiddenByRbac");

    /// <summary>Too many requests.</summary>
    public static readonly VaultFault Throttled = new(429, "Throttled", RetryAfter: 0);

    public static readonly VaultFault Broken = new(503, "ServiceUnavailable");

    /// <summary>Takes the request and does not answer.</summary>
    public static readonly VaultFault Hanging = new(0, string.Empty);
}
