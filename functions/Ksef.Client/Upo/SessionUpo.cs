namespace Ksef.Client;

/// <summary>The receipt of a whole session. Source: KSeF API 2.6, schema UpoResponse.</summary>
public sealed record SessionUpo
{
    /// <summary>At most 10,000 invoices on each.</summary>
    public IReadOnlyList<UpoPage> Pages { get; init => field = value ?? []; } = [];
}
