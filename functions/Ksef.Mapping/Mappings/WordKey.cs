using System.Text;
using Ksef.Invoices.Structure;

namespace Ksef.Mapping;

/// <summary>Makes words alike that people write in different ways: <c>Data wystawienia</c>, <c>data_wystawienia</c> and <c>DATA WYSTAWIENIA:</c> are one.</summary>
internal static class WordKey
{
    /// <summary>Small letters without accents, and digits; everything else is left out.</summary>
    public static string Of(string text) => Ascii.IsValid(text) ? OfAscii(text) : FoldedText.Of(text);

    // Nearly all headings and codes are ASCII, and there is one for each cell.
    private static string OfAscii(string text)
    {
        Span<char> key = text.Length <= 256 ? stackalloc char[text.Length] : new char[text.Length];
        var length = 0;
        foreach (var character in text)
        {
            if (char.IsAsciiLetterOrDigit(character))
            {
                key[length++] = char.ToLowerInvariant(character);
            }
        }

        return new string(key[..length]);
    }
}
