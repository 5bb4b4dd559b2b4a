using System.Globalization;
using System.Text;

namespace Ksef.Mapping;

/// <summary>Makes words alike that people write in different ways: <c>Data wystawienia</c>, <c>data_wystawienia</c> and <c>DATA WYSTAWIENIA:</c> are one.</summary>
internal static class WordKey
{
    /// <summary>Small letters without accents, and digits; everything else is left out.</summary>
    public static string Of(string text)
    {
        if (Ascii.IsValid(text))
        {
            return OfAscii(text);
        }

        var key = new StringBuilder(text.Length);
        foreach (var character in text.Normalize(NormalizationForm.FormD))
        {
            // The Polish ł is a letter of its own: it does not come apart into l and a stroke.
            var plain = character is 'ł' or 'Ł' ? 'l' : char.ToLowerInvariant(character);
            if (char.IsLetterOrDigit(plain) && CharUnicodeInfo.GetUnicodeCategory(plain) != UnicodeCategory.NonSpacingMark)
            {
                key.Append(plain);
            }
        }

        return key.ToString();
    }

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
