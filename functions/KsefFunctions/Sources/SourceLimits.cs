namespace KsefFunctions.Sources;

/// <summary>Bounds on what is read. KSeF counts in decimal units (facts of the API 2.6, limits).</summary>
internal static class SourceLimits
{
    /// <summary>Invoice with attachment; without one the checker demands 1,000,000.</summary>
    public const int LargestInvoice = 3_000_000;

    public const long LargestArchive = 5_000_000_000;

    /// <summary>A company's data in an archive. It is unpacked into a file, for which an instance has little room.</summary>
    public const long LargestPackedData = 500_000_000;

    public const int MostInvoices = 10_000;

    /// <summary>Invoices compress about thirtyfold, very regular ones two hundredfold; bombs a thousandfold.</summary>
    public const int SuspiciousRatio = 200;
}
