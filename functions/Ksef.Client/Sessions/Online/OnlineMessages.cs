namespace Ksef.Client;

/// <summary>POST /sessions/online, request.</summary>
internal sealed record OpenOnlineSessionRequest(FormCode FormCode, SessionEncryption Encryption);

/// <summary>POST /sessions/online/{referenceNumber}/invoices, request.</summary>
internal sealed record SendInvoiceRequest(
    string InvoiceHash,
    long InvoiceSize,
    string EncryptedInvoiceHash,
    long EncryptedInvoiceSize,
    ReadOnlyMemory<byte> EncryptedInvoiceContent,
    bool OfflineMode,
    string? HashOfCorrectedInvoice);

/// <summary>POST /sessions/online/{referenceNumber}/invoices, answer.</summary>
internal sealed record SendInvoiceAnswer
{
    public required ReferenceNumber ReferenceNumber { get; init; }
}
