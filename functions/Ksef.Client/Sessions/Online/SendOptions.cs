namespace Ksef.Client;

/// <summary>How an invoice is declared. Source: KSeF API 2.6, POST /sessions/online/{referenceNumber}/invoices.</summary>
public sealed record SendOptions
{
    /// <summary>Declares the invoice as issued offline.</summary>
    public bool OfflineMode { get; init; }

    /// <summary>Makes it a technical correction of a rejected offline invoice: SHA-256 of that one, Base64. Needs <see cref="OfflineMode"/>.</summary>
    public string? HashOfCorrectedInvoice { get; init; }
}
