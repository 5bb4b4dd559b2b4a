using System.Text.Json.Serialization;
using KsefFunctions.Errors;

namespace KsefFunctions.Files;

/// <summary>One invoice of a file.</summary>
public sealed record InvoiceRow
{
    /// <summary>Position in the file, from 1.</summary>
    public required int Ordinal { get; init; }

    /// <summary>Name of the archive entry, or of the file itself.</summary>
    public required string Name { get; init; }

    /// <summary>SHA-256 of the invoice's bytes, Base64, as KSeF lists it (<c>invoiceHash</c>).</summary>
    public required string InvoiceHash { get; init; }

    /// <summary>Bytes of the plain invoice.</summary>
    public required long Size { get; init; }

    public InvoiceOutcome Outcome { get; init; }

    /// <summary>Name of the schema, such as <c>FA(3)</c>; null when the content is no invoice.</summary>
    public string? Schema { get; init; }

    public bool HasAttachment { get; init; }

    /// <summary>RodzajFaktury, such as <c>VAT</c>; in PEF the type code. Null in documents of earlier versions.</summary>
    public string? InvoiceType { get; init; }

    /// <summary>Invoice number given by the seller (P_2).</summary>
    public string? Number { get; init; }

    public string? SellerNip { get; init; }

    public string? BuyerNip { get; init; }

    public string? BuyerName { get; init; }

    public DateOnly? IssueDate { get; init; }

    public decimal? TotalGross { get; init; }

    public string? Currency { get; init; }

    public string? KsefNumber { get; init; }

    /// <summary>When KSeF gave the number; the legal date of receipt.</summary>
    public DateTimeOffset? AcquisitionDate { get; init; }

    /// <summary>
    /// <c>Online</c> or <c>Offline</c>, as KSeF counts the accepted invoice; null before that, where KSeF does not say it, and in documents of earlier
    /// versions.
    /// </summary>
    public string? InvoicingMode { get; init; }

    /// <summary>For a duplicate: the number of the invoice that KSeF has in its place, where KSeF says it.</summary>
    public string? OriginalKsefNumber { get; init; }

    /// <summary>KSeF session in which the number was given.</summary>
    public string? SessionReferenceNumber { get; init; }

    public IReadOnlyList<RecordedError> Errors { get; init; } = [];

    /// <summary>The consignment that it goes or went in; null before it is sent. While the row is pending, the invoice is in no other.</summary>
    public string? Consignment { get; init; }

    /// <summary>The second copy of an invoice within its own package: settled by the first.</summary>
    [JsonIgnore]
    public bool IsCopy => Outcome == InvoiceOutcome.Duplicate && Errors.Any(error => error.Code == ArchiveErrors.SameInvoiceTwice.Code);
}
