using KsefFunctions.Files;

namespace KsefFunctions.Results;

/// <summary>Names of receipts in the container <c>archive</c>.</summary>
internal static class UpoNames
{
    /// <summary>One invoice.</summary>
    public static string Single(FileRecord file, string ksefNumber) => $"{Folder(file)}/{ksefNumber}.xml";

    /// <summary>One page of a session. Earlier versions left the session's number out.</summary>
    public static string Page(FileRecord file, string session, string upoReferenceNumber) => $"{Folder(file)}/{PageOf(session)}{upoReferenceNumber}.xml";

    /// <summary>How the names of a session's pages begin.</summary>
    public static string PageOf(string session) => $"session-{session}-";

    /// <summary>True for the receipt of a session rather than of one invoice.</summary>
    public static bool IsPage(string name) => Path.GetFileName(name).StartsWith("session-", StringComparison.Ordinal);

    private static string Folder(FileRecord file) => $"{file.ArchiveFolder}/upo";
}
