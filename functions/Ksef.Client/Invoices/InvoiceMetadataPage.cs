namespace Ksef.Client;

/// <summary>A page of found invoices. Source: KSeF API 2.6, POST /invoices/query/metadata.</summary>
public sealed record InvoiceMetadataPage
{
    /// <summary>Whether there are further pages.</summary>
    public bool HasMore { get; init; }

    /// <summary>Whether the limit of 10,000 results was reached: narrow the date range to go on.</summary>
    public bool IsTruncated { get; init; }

    /// <summary>Up to this moment the result is complete, for queries by date of permanent storage.</summary>
    public DateTimeOffset? PermanentStorageHwmDate { get; init; }

    /// <summary>The invoices.</summary>
    public IReadOnlyList<InvoiceMetadata> Invoices { get; init => field = value ?? []; } = [];
}
