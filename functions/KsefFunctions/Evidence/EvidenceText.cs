using System.Text.Json;
using System.Text.RegularExpressions;

namespace KsefFunctions.Evidence;

/// <summary>Writes the body of an answer as text, without the signatures in it.</summary>
internal static partial class EvidenceText
{
    // A writer sets memory aside for the longest that a piece may become, six times its length.
    private const int LongestPiece = 4096;

    /// <summary>Writes a body as one value; from addresses for upload and download, which carry their right of access in the query, only what is before it.</summary>
    public static void Write(Utf8JsonWriter json, ReadOnlySpan<char> body)
    {
        var written = 0;
        foreach (var query in Query().EnumerateMatches(body))
        {
            WritePieces(json, body[written..query.Index]);
            json.WriteStringValueSegment("…", isFinalSegment: false);
            written = query.Index + query.Length;
        }

        WritePieces(json, body[written..]);
        json.WriteStringValueSegment(ReadOnlySpan<char>.Empty, isFinalSegment: true);
    }

    private static void WritePieces(Utf8JsonWriter json, ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            var piece = text[..Math.Min(text.Length, LongestPiece)];
            json.WriteStringValueSegment(piece, isFinalSegment: false);
            text = text[piece.Length..];
        }
    }

    [GeneratedRegex("""(?<=https?://[^"?\s]+\?)[^"\s]+""")]
    private static partial Regex Query();
}
