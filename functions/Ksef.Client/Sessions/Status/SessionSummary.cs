using System.Text.Json.Serialization;

namespace Ksef.Client;

/// <summary>A session in the list of sessions. Source: KSeF API 2.6, GET /sessions.</summary>
public sealed record SessionSummary
{
    /// <summary>Number of the session.</summary>
    public required ReferenceNumber ReferenceNumber { get; init; }

    /// <summary>Code, sentence and details.</summary>
    public required StatusInfo<SessionStatusCode> Status { get; init; }

    /// <summary>When the session was opened.</summary>
    public DateTimeOffset? DateCreated { get; init; }

    /// <summary>When something last happened in it.</summary>
    public DateTimeOffset? DateUpdated { get; init; }

    /// <summary>When KSeF closes or cancels it by itself.</summary>
    public DateTimeOffset? ValidUntil { get; init; }

    /// <summary>Invoices taken over, those in processing included.</summary>
    public int? TotalInvoiceCount { get; init; }

    /// <summary>Invoices accepted.</summary>
    public int? SuccessfulInvoiceCount { get; init; }

    /// <summary>Invoices rejected.</summary>
    public int? FailedInvoiceCount { get; init; }

    /// <summary>The status code.</summary>
    [JsonIgnore]
    public SessionStatusCode Code => Status.Code;
}
