using System.Xml.Linq;

namespace Ksef.Invoices.Structure;

/// <summary>
/// Finds U+FFFD, which programs write where they cannot tell what a letter was. XML and KSeF allow it, but the letter is lost for good.
/// </summary>
internal static class LostLetters
{
    private const char Replacement = '\uFFFD';

    /// <summary>Whether a look at the fields is worth while: by the character itself or a reference to it.</summary>
    public static bool MayBeIn(ReadOnlySpan<byte> content) =>
        content.IndexOf("\uFFFD"u8) >= 0 || (content.IndexOf("&#"u8) >= 0 && (content.IndexOf("FFFD;"u8) >= 0 || content.IndexOf("fffd;"u8) >= 0 || content.IndexOf("#65533;"u8) >= 0));

    public static void Report(XDocument document, FindingList findings)
    {
        var places = new ElementPlaces();
        foreach (var element in document.Descendants().Where(element => !element.HasElements && element.Value.Contains(Replacement, StringComparison.Ordinal)))
        {
            findings.Add(ContentFindings.LostLetters.At(
                places.Of(element), ("field", places.Describe(element)), ("value", Quote.Of(element.Value.Trim()))));
        }
    }
}
