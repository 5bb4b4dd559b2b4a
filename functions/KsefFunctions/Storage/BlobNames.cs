using System.Security.Cryptography;
using System.Text;

namespace KsefFunctions.Storage;

/// <summary>Names that are made from names of the inbox and must not become longer than storage takes.</summary>
internal static class BlobNames
{
    /// <summary>Characters in a blob's name, at most. Source: "Naming and referencing containers, blobs, and metadata", Azure Storage.</summary>
    public const int Longest = 1024;

    private const int HashDigits = 16;

    /// <summary>
    /// Prefix, name and suffix; where that is too long, the end of the name gives way to <c>~</c> and the first sixteen hex digits of the
    /// SHA-256 of the whole name (UTF-8).
    /// </summary>
    public static string Fit(string prefix, string name, string suffix)
    {
        var room = Longest - prefix.Length - suffix.Length;
        return name.Length <= room ? prefix + name + suffix : prefix + Shortened(name, room) + suffix;
    }

    private static string Shortened(string name, int room)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..HashDigits];
        var kept = room - HashDigits - 1;

        // Half a letter outside the basic plane would be no text.
        return $"{name[..(char.IsHighSurrogate(name[kept - 1]) ? kept - 1 : kept)]}~{hash}";
    }
}
