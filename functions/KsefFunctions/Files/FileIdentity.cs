

namespace KsefFunctions.Files;

/// <summary>How a file is named for ever: the context and the content, not the name it was dropped under.</summary>
public static class FileIdentity
{
    /// <summary>Stands in for the NIP of files that were dropped outside a NIP folder.</summary>
    public const string NoContext = "0000000000";

    /// <param name="nip">Ten digits.</param>
    /// <param name="sha256">SHA-256 of the content, lower-case hex.</param>
    public static string Of(string nip, string sha256) => $"{nip}-{sha256}";
}
