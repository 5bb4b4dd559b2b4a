namespace Ksef.Client;

/// <summary>
/// Exception codes of HTTP 400 answers that change what a caller does next. KSeF sends many more, and new ones appear without notice.
/// Source: KSeF API 2.6, tables of the single endpoints.
/// </summary>
public static class KsefErrorCode
{
    /// <summary>The session holds as many invoices as it may.</summary>
    public const int TooManyInvoices = 21155;

    /// <summary>The declared size of a part is not its real one.</summary>
    public const int WrongPartSize = 21157;

    /// <summary>More parts than a package may have.</summary>
    public const int TooManyParts = 21161;

    /// <summary>There is no invoice under this KSeF number.</summary>
    public const int InvoiceNotFound = 21164;

    /// <summary>The invoice exists, but cannot be downloaded yet: ask again later.</summary>
    public const int InvoiceNotYetAvailable = 21165;

    /// <summary>The invoice has a valid technical correction already.</summary>
    public const int CorrectionExists = 21166;

    /// <summary>The invoice is not in a state that can be corrected technically.</summary>
    public const int NotCorrectable = 21167;

    /// <summary>No such session. Right after opening it may only not be visible yet.</summary>
    public const int SessionNotFound = 21173;

    /// <summary>No such UPO: not issued yet, or never, when the invoice was rejected.</summary>
    public const int UpoNotFound = 21178;

    /// <summary>The session's status does not allow the operation; the details name the status.</summary>
    public const int WrongSessionStatus = 21180;

    /// <summary>The session is temporarily unavailable: open a new one and send again (from API 2.8).</summary>
    public const int SessionUnavailable = 21184;

    /// <summary>A part of the package was not uploaded.</summary>
    public const int PartNotUploaded = 21205;

    /// <summary>The time for uploading parts is over; the session is cancelled.</summary>
    public const int UploadWindowOver = 21208;

    /// <summary>Token already redeemed, authentication in a wrong state, or revoked.</summary>
    public const int NotAuthorised = 21301;

    /// <summary>The size of the sent content is not the declared one.</summary>
    public const int WrongContentSize = 21402;

    /// <summary>The hash of the sent content is not the declared one.</summary>
    public const int WrongContentHash = 21403;

    /// <summary>The request does not fit the schema of the endpoint.</summary>
    public const int InvalidRequest = 21405;

    /// <summary>The continuation token is malformed or has expired.</summary>
    public const int WrongContinuationToken = 21418;

    /// <summary>The public key is not known or not in use any more: fetch the keys again and encrypt anew.</summary>
    public const int UnknownPublicKey = 21470;
}
