namespace Ksef.Client;

/// <summary>
/// Status of an invoice in a session. The same numbers mean other things for sessions and authentications. Codes that are not listed here
/// may appear. Source: KSeF API 2.6, GET /sessions/{referenceNumber}/invoices.
/// </summary>
public enum InvoiceStatusCode
{
    /// <summary>No status was sent.</summary>
    None = 0,

    /// <summary>Taken over for processing.</summary>
    Received = 100,

    /// <summary>Being processed.</summary>
    Processing = 150,

    /// <summary>Accepted: it has a KSeF number.</summary>
    Accepted = 200,

    /// <summary>Cancelled because of an error of the session.</summary>
    CancelledBySessionError = 405,

    /// <summary>The sender's permissions do not cover this invoice.</summary>
    WrongPermissionScope = 410,

    /// <summary>An attachment is not allowed here.</summary>
    AttachmentNotAllowed = 415,

    /// <summary>The file is not a valid document.</summary>
    FileVerificationFailed = 430,

    /// <summary>The invoice could not be decrypted.</summary>
    DecryptionFailed = 435,

    /// <summary>Duplicate: seller, type and number were accepted before. See <see cref="SessionInvoice.OriginalKsefNumber"/>.</summary>
    Duplicate = 440,

    /// <summary>The content breaks a rule of the schema or of the law.</summary>
    SemanticError = 450,

    /// <summary>Unknown error.</summary>
    UnknownError = 500,

    /// <summary>Cancelled by the system: send it again.</summary>
    CancelledBySystem = 550,
}
