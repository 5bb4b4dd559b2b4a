using System.Text.RegularExpressions;
using KsefFunctions.Storage;

namespace LocalHost.Drops;

/// <summary>
/// Names of files in the mirror of the outbox. A blob's name has 1,024 characters, and a file's 255 bytes, on Linux and, in characters, on Windows and
/// macOS: each part that has more is shortened as the outbox shortens names, and keeps its ending.
/// </summary>
internal static partial class FileNames
{
    /// <summary>What a file has at the end of its name while it is written.</summary>
    public const string Unfinished = ".part";

    private const int LongestInBytes = 255;

    /// <summary>Path of a blob's file below the folder of the mirror.</summary>
    public static string Of(string blobName) => string.Join('/', blobName.Split('/').Select(Part));

    private static string Part(string name)
    {
        string ending = Ending().Match(name).Value;
        return ShortName.Of(name[..^ending.Length], LongestInBytes - Unfinished.Length - ending.Length, letter => letter.Utf8SequenceLength) + ending;
    }

    // What belongs to one content of several has digits of its hash in front, and a receipt of a package's invoice the KSeF number.
    [GeneratedRegex(@"(?:\.[0-9a-f]{16})?(?:\.result\.json|\.invoices\.zip|(?:\.[0-9A-F-]{35,36})?\.upo(?:\.[0-9]+)?\.xml)$", RegexOptions.CultureInvariant)]
    private static partial Regex Ending();
}
