namespace KsefSimulator.Sessions;

/// <summary>Where the UPOs of a session can be downloaded, below the address of signed links.</summary>
internal static class UpoLinks
{
    public static TimeSpan Lifetime { get; } = TimeSpan.FromDays(3);

    public static string PathOfPage(string session, string page) => $"/01/{session}/session-upo/{page}.xml";

    public static string PathOfInvoice(string session, string ksefNumber) => $"/01/{session}/invoice-upo/upo_{ksefNumber}.xml";
}
