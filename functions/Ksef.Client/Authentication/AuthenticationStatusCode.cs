namespace Ksef.Client;

/// <summary>
/// Status of an authentication. The same numbers mean other things for sessions and invoices. Codes that are not listed here may appear.
/// Source: KSeF API 2.6, GET /auth/{referenceNumber}.
/// </summary>
public enum AuthenticationStatusCode
{
    /// <summary>No status was sent.</summary>
    None = 0,

    /// <summary>In progress.</summary>
    InProgress = 100,

    /// <summary>Succeeded: the tokens can be redeemed.</summary>
    Succeeded = 200,

    /// <summary>The subject has no permissions in this context.</summary>
    NoPermissions = 415,

    /// <summary>The authentication was revoked.</summary>
    Revoked = 425,

    /// <summary>Wrong token, challenge or time; the details say which.</summary>
    InvalidToken = 450,

    /// <summary>Certificate not trusted, revoked, suspended or with a broken chain.</summary>
    CertificateRefused = 460,

    /// <summary>The subject is deceased.</summary>
    SubjectDeceased = 470,

    /// <summary>Blocked for security reasons.</summary>
    Blocked = 480,

    /// <summary>Unknown error.</summary>
    UnknownError = 500,

    /// <summary>Cancelled by the system: authenticate again.</summary>
    CancelledBySystem = 550,
}
