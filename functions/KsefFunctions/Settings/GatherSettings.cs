namespace KsefFunctions.Settings;

/// <summary>How invoices are gathered into sessions.</summary>
public sealed class GatherSettings
{
    /// <summary>KSeF's limit of invoices in a session. Source: KSeF API 2.6, GET /limits/context.</summary>
    public const int MostInvoices = 10_000;

    /// <summary>So long after the last arrival a session is opened for what has arrived.</summary>
    public TimeSpan QuietFor { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>So long after the first arrival it is opened at the latest, though more arrives.</summary>
    public TimeSpan AtMost { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Up to this many invoices go in an online session; more go in a batch session.</summary>
    public int OnlineUpTo { get; set; } = 3;

    /// <summary>Invoices of a form that KSeF takes online only are sent in sessions of at most this many.</summary>
    public int MostOnline { get; set; } = 100;

    /// <summary>Invoices in one session. KSeF takes 10,000.</summary>
    public int MostInSession { get; set; } = MostInvoices;

    /// <summary>Plain size of the invoices in one session, in bytes. KSeF takes packages of 5 GB; what is packed at once must fit into a function's time.</summary>
    public long MostBytes { get; set; } = 1_000_000_000;

    /// <summary>Sessions that a company may have on their way at once.</summary>
    public int SessionsAtOnce { get; set; } = 3;
}
