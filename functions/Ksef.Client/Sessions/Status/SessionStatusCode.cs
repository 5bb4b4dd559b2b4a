namespace Ksef.Client;

/// <summary>
/// Status of a session. The same numbers mean other things for invoices and authentications. Codes that are not listed here may appear.
/// Source: KSeF API 2.6, GET /sessions/{referenceNumber}.
/// </summary>
public enum SessionStatusCode
{
    /// <summary>No status was sent.</summary>
    None = 0,

    /// <summary>Open (online) or started (batch): takes invoices or parts.</summary>
    Open = 100,

    /// <summary>Batch only: closed and being processed.</summary>
    Processing = 150,

    /// <summary>Online only: closed, UPO not ready yet.</summary>
    Closed = 170,

    /// <summary>Processed; at least one invoice was accepted, others may be rejected.</summary>
    Succeeded = 200,

    /// <summary>Batch only: hash or size of a part is not the declared one.</summary>
    PartVerificationFailed = 405,

    /// <summary>KSeF could not unwrap the AES key: wrong or expired public key.</summary>
    KeyDecryptionFailed = 415,

    /// <summary>Batch only: more invoices than a session may hold.</summary>
    InvoiceLimitExceeded = 420,

    /// <summary>Batch only: the package could not be unpacked.</summary>
    DecompressionFailed = 430,

    /// <summary>Batch only: a part could not be decrypted.</summary>
    PartDecryptionFailed = 435,

    /// <summary>Cancelled: the time for sending is over, or nothing was sent.</summary>
    Cancelled = 440,

    /// <summary>Processed, and not one invoice was valid.</summary>
    NoValidInvoices = 445,

    /// <summary>Unknown error.</summary>
    UnknownError = 500,
}
