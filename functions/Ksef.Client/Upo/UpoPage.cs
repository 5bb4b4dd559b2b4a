namespace Ksef.Client;

/// <summary>One page of a session's UPO. Source: KSeF API 2.6, schema UpoPageResponse.</summary>
public sealed record UpoPage
{
    /// <summary>Number of the page, for <see cref="Sessions.GetUpoPageAsync"/>.</summary>
    public required ReferenceNumber ReferenceNumber { get; init; }

    /// <summary>Download address, new at every status read, free of rate limits. It opens the document to everybody: not for logs.</summary>
    public Uri? DownloadUrl { get; init; }

    /// <summary>When the address stops working.</summary>
    public DateTimeOffset? DownloadUrlExpirationDate { get; init; }

    /// <summary>The page's number; the address is never shown.</summary>
    public override string ToString() => $"UpoPage {ReferenceNumber}";
}
