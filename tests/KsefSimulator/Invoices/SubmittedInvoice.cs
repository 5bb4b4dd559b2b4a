using System.Text.Json.Serialization;
using KsefSimulator.Storage;

namespace KsefSimulator.Invoices;

/// <summary>An invoice as KSeF keeps it: what was sent, what became of it, and from when that shows.</summary>
internal sealed record SubmittedInvoice
{
    public const string Online = "Online";
    public const string Offline = "Offline";

    public required string ReferenceNumber { get; init; }

    public required string SessionReferenceNumber { get; init; }

    public required string ContextKey { get; init; }

    /// <summary>Place in the session, from 1; 0 for an original that a fault hides behind its own duplicate.</summary>
    public required int OrdinalNumber { get; init; }

    /// <summary>SHA-256 of the plain content, Base64.</summary>
    public required string Hash { get; init; }

    /// <summary>Name inside the package; null when sent online.</summary>
    public string? FileName { get; init; }

    public required DateTimeOffset InvoicingDate { get; init; }

    /// <summary>From when on the verdict shows; before that the invoice is being processed.</summary>
    public required DateTimeOffset VisibleAt { get; init; }

    public required InvoiceStatus Verdict { get; init; }

    public string? KsefNumber { get; init; }

    public string Mode { get; init; } = Online;

    public InvoiceFacts? Facts { get; init; }

    public ContentAddress? Content { get; init; }

    /// <summary>Hash of the rejected offline invoice that this one corrects technically.</summary>
    public string? HashOfCorrectedInvoice { get; init; }

    [JsonIgnore]
    public bool IsHidden => OrdinalNumber == 0;

    [JsonIgnore]
    public bool IsAccepted => KsefNumber is not null;
}
