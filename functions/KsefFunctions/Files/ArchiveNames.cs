namespace KsefFunctions.Files;

/// <summary>Where the evidence of a file lies in the container <c>archive</c>.</summary>
internal static class ArchiveNames
{
    /// <summary>Folder of everything that is kept of one content in one context.</summary>
    public static string Folder(string contextNip, string sha256) => $"{contextNip}/{sha256}";

    /// <summary>The bytes as they were dropped, with the ending of the name they were dropped under.</summary>
    public static string Original(string contextNip, string sha256, string path) =>
        $"{Folder(contextNip, sha256)}/original{Path.GetExtension(path)}";
}
