using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Ksef.Client;

/// <summary>An invoice of a session and its fate. Source: KSeF API 2.6, schema SessionInvoiceStatusResponse.</summary>
public sealed partial record SessionInvoice
{
    /// <summary>Place in the session, from 1.</summary>
    public int OrdinalNumber { get; init; }

    /// <summary>The seller's number (P_2), once KSeF has read it.</summary>
    public string? InvoiceNumber { get; init; }

    /// <summary>KSeF's number; only for an accepted invoice.</summary>
    public KsefNumber? KsefNumber { get; init; }

    /// <summary>Number of the invoice in this session.</summary>
    public required ReferenceNumber ReferenceNumber { get; init; }

    /// <summary>SHA-256 of the plain invoice, Base64: what tells our invoice from others.</summary>
    public string InvoiceHash { get; init => field = value ?? string.Empty; } = string.Empty;

    /// <summary>Name inside the package; batch sessions only.</summary>
    public string? InvoiceFileName { get; init; }

    /// <summary>When the KSeF number was given.</summary>
    public DateTimeOffset? AcquisitionDate { get; init; }

    /// <summary>When KSeF took the invoice over for processing.</summary>
    public DateTimeOffset? InvoicingDate { get; init; }

    /// <summary>When it was stored for good; comes later than the number.</summary>
    public DateTimeOffset? PermanentStorageDate { get; init; }

    /// <summary>Download address of the invoice's UPO, free of rate limits. It opens the document to everybody: not for logs.</summary>
    public Uri? UpoDownloadUrl { get; init; }

    /// <summary>When the address stops working.</summary>
    public DateTimeOffset? UpoDownloadUrlExpirationDate { get; init; }

    /// <summary><c>Online</c> or <c>Offline</c>; KSeF decides it for an invoice with an earlier date.</summary>
    public string? InvoicingMode { get; init; }

    /// <summary>Code, sentence, details and, for a duplicate, the original.</summary>
    public required StatusInfo<InvoiceStatusCode> Status { get; init; }

    /// <summary>The status code.</summary>
    [JsonIgnore]
    public InvoiceStatusCode Code => Status.Code;

    /// <summary>
    /// For a duplicate: the number under which the original was accepted. KSeF may leave out the value, so a number in the details counts as
    /// well; null when there is none.
    /// </summary>
    [JsonIgnore]
    public KsefNumber? OriginalKsefNumber =>
        Client.KsefNumber.TryParse(Status.Extensions.GetValueOrDefault("originalKsefNumber"), out var number) ? number : InDetails();

    /// <summary>For a duplicate: the session of the original, if KSeF names it.</summary>
    [JsonIgnore]
    public ReferenceNumber? OriginalSessionReferenceNumber =>
        Status.Extensions.GetValueOrDefault("originalSessionReferenceNumber") is { Length: > 0 } session ? Client.ReferenceNumber.FromKsef(session) : null;

    /// <summary>Number and status only: name and addresses of an invoice are not for logs.</summary>
    public override string ToString() => $"SessionInvoice {ReferenceNumber} {Code}";

    private KsefNumber? InDetails()
    {
        if (Code != InvoiceStatusCode.Duplicate)
        {
            return null;
        }

        foreach (var candidate in Status.Details.SelectMany(detail => NumberInText().Matches(detail).Select(match => match.Value)))
        {
            if (Client.KsefNumber.TryParse(candidate, out var number))
            {
                return number;
            }
        }

        return null;
    }

    [GeneratedRegex("[0-9]{10}-[0-9]{8}-[0-9A-F]{6}-?[0-9A-F]{6}-[0-9A-F]{2}", RegexOptions.CultureInvariant)]
    private static partial Regex NumberInText();
}
