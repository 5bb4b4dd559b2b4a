using System.Text.Json.Serialization;

namespace Ksef.Client;

/// <summary>Where a session stands. Source: KSeF API 2.6, GET /sessions/{referenceNumber}.</summary>
public sealed record SessionStatus
{
    /// <summary>Code, sentence and details.</summary>
    public required StatusInfo<SessionStatusCode> Status { get; init; }

    /// <summary>When the session was opened.</summary>
    public DateTimeOffset? DateCreated { get; init; }

    /// <summary>When something last happened in it.</summary>
    public DateTimeOffset? DateUpdated { get; init; }

    /// <summary>When KSeF closes (online) or cancels (batch) it by itself.</summary>
    public DateTimeOffset? ValidUntil { get; init; }

    /// <summary>The session's UPO; only at status 200.</summary>
    public SessionUpo? Upo { get; init; }

    /// <summary>Invoices taken over; absent while KSeF does not know.</summary>
    public int? InvoiceCount { get; init; }

    /// <summary>Invoices accepted; absent while KSeF does not know.</summary>
    public int? SuccessfulInvoiceCount { get; init; }

    /// <summary>Invoices rejected; absent while KSeF does not know.</summary>
    public int? FailedInvoiceCount { get; init; }

    /// <summary>The status code.</summary>
    [JsonIgnore]
    public SessionStatusCode Code => Status.Code;

    /// <summary>KSeF's sentence for the code, in Polish.</summary>
    [JsonIgnore]
    public string Description => Status.Description;

    /// <summary>What exactly happened.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Details => Status.Details;

    /// <summary>Pages of the session's UPO; empty before status 200.</summary>
    [JsonIgnore]
    public IReadOnlyList<UpoPage> UpoPages => Upo?.Pages ?? [];

    /// <summary>Whether the session will not change any more.</summary>
    [JsonIgnore]
    public bool IsFinal => (int)Code >= 200;
}
