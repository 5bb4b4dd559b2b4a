namespace Benchmarks.Day;

/// <summary>What is assumed of KSeF, of the way to it, and of the app's own work.</summary>
internal static class DayModel
{
    /// <summary>A call reaches KSeF so long after it was reserved at the earliest; the answer takes as long.</summary>
    public static readonly TimeSpan ShortestWay = TimeSpan.FromMilliseconds(20);

    /// <summary>And so long at the latest.</summary>
    public static readonly TimeSpan LongestWay = TimeSpan.FromMilliseconds(200);

    /// <summary>From the dispatcher's choice to the beginning of the consignment.</summary>
    public static readonly TimeSpan Starting = TimeSpan.FromMilliseconds(500);

    /// <summary>To claim and pack an invoice, before the session is opened.</summary>
    public static readonly TimeSpan Packing = TimeSpan.FromMilliseconds(2);

    /// <summary>To upload an invoice as a part of a package.</summary>
    public static readonly TimeSpan Uploading = TimeSpan.FromMilliseconds(1);

    /// <summary>KSeF works on a closed online session.</summary>
    public static readonly TimeSpan Online = TimeSpan.FromSeconds(2);

    /// <summary>KSeF works on a closed batch session, beside the time for each invoice.</summary>
    public static readonly TimeSpan Batch = TimeSpan.FromSeconds(10);

    /// <summary>For each invoice of a batch session.</summary>
    public static readonly TimeSpan BatchInvoice = TimeSpan.FromMilliseconds(1);

    /// <summary>Invoices on a page of a session's list.</summary>
    public const int Page = 1000;
}
