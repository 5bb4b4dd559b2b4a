namespace Ksef.Client;

/// <summary>What KSeF tells about an invoice without its content. Source: KSeF API 2.6, schema InvoiceMetadata.</summary>
public sealed record InvoiceMetadata
{
    /// <summary>KSeF's number.</summary>
    public required KsefNumber KsefNumber { get; init; }

    /// <summary>The seller's number (P_2).</summary>
    public string? InvoiceNumber { get; init; }

    /// <summary>Date of issue (P_1).</summary>
    public DateOnly? IssueDate { get; init; }

    /// <summary>When KSeF took it over.</summary>
    public DateTimeOffset? InvoicingDate { get; init; }

    /// <summary>When the KSeF number was given.</summary>
    public DateTimeOffset? AcquisitionDate { get; init; }

    /// <summary>When it was stored for good.</summary>
    public DateTimeOffset? PermanentStorageDate { get; init; }

    /// <summary>The seller.</summary>
    public InvoiceParty? Seller { get; init; }

    /// <summary>Total net, in <see cref="Currency"/>.</summary>
    public decimal? NetAmount { get; init; }

    /// <summary>Total gross, in <see cref="Currency"/>.</summary>
    public decimal? GrossAmount { get; init; }

    /// <summary>Total VAT, in <see cref="Currency"/>.</summary>
    public decimal? VatAmount { get; init; }

    /// <summary>Three letters.</summary>
    public string? Currency { get; init; }

    /// <summary><c>Online</c> or <c>Offline</c>.</summary>
    public string? InvoicingMode { get; init; }

    /// <summary>Kind of invoice, for example <c>Vat</c>, <c>Kor</c>.</summary>
    public string? InvoiceType { get; init; }

    /// <summary>Schema of the invoice.</summary>
    public FormCode? FormCode { get; init; }

    /// <summary>Whether it has an attachment.</summary>
    public bool HasAttachment { get; init; }

    /// <summary>SHA-256 of the invoice, Base64.</summary>
    public string InvoiceHash { get; init => field = value ?? string.Empty; } = string.Empty;

    /// <summary>Number only.</summary>
    public override string ToString() => $"InvoiceMetadata {KsefNumber}";
}
