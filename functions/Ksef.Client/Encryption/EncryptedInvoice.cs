namespace Ksef.Client;

/// <summary>What KSeF is told about an invoice and its ciphertext. Source: KSeF API 2.6, POST /sessions/online/{referenceNumber}/invoices.</summary>
/// <param name="InvoiceHash">SHA-256 of the plain invoice, Base64.</param>
/// <param name="InvoiceSize">Bytes of the plain invoice.</param>
/// <param name="EncryptedInvoiceHash">SHA-256 of the ciphertext, Base64.</param>
/// <param name="EncryptedInvoiceSize">Bytes of the ciphertext.</param>
public sealed record EncryptedInvoice(string InvoiceHash, long InvoiceSize, string EncryptedInvoiceHash, long EncryptedInvoiceSize);
