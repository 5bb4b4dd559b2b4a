namespace Ksef.Client;

/// <summary>Calls of a session by the name under which they are counted, logged and traced: method and path template.</summary>
public static class SessionOperation
{
    /// <summary>Opens an online session.</summary>
    public const string OpenOnline = "POST sessions/online";

    /// <summary>Sends an invoice in an online session.</summary>
    public const string Send = "POST sessions/online/{referenceNumber}/invoices";

    /// <summary>Closes an online session.</summary>
    public const string CloseOnline = "POST sessions/online/{referenceNumber}/close";

    /// <summary>Opens a batch session.</summary>
    public const string OpenBatch = "POST sessions/batch";

    /// <summary>Closes a batch session.</summary>
    public const string CloseBatch = "POST sessions/batch/{referenceNumber}/close";

    /// <summary>Looks at a session of either kind.</summary>
    public const string Status = "GET sessions/{referenceNumber}";

    /// <summary>Lists a session's invoices, a page for each call.</summary>
    public const string Invoices = "GET sessions/{referenceNumber}/invoices";
}
