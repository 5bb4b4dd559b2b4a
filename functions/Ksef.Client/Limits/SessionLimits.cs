namespace Ksef.Client;

/// <summary>Limits of one kind of session. Source: KSeF API 2.6, GET /limits/context.</summary>
public sealed record SessionLimits
{
    /// <summary>Largest invoice without attachments, in millions of bytes.</summary>
    public int MaxInvoiceSizeInMB { get; init; }

    /// <summary>Largest invoice with attachments, in millions of bytes.</summary>
    public int MaxInvoiceWithAttachmentSizeInMB { get; init; }

    /// <summary>Invoices in a session.</summary>
    public int MaxInvoices { get; init; }
}
