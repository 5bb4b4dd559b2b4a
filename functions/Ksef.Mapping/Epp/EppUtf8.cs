using System.Buffers;
using System.Text;

namespace Ksef.Mapping.Epp;

/// <summary>
/// Tells text in UTF-8 from text in a Polish code page. That it can be decoded is not enough: <c>SPÓŁKA</c> in windows-1250 is valid UTF-8 with a Cyrillic letter in it.
/// Text counts as UTF-8 when all its letters beyond ASCII come out as Latin letters, signs of punctuation, or the sign that stands for a lost letter.
/// </summary>
internal static class EppUtf8
{
    private const int LastOfLatinExtendedA = 0x17F;

    /// <summary>Whether the bytes have letters beyond ASCII, and these are UTF-8.</summary>
    public static bool Looks(ReadOnlySpan<byte> text)
    {
        var any = false;
        for (var high = text.IndexOfAnyInRange((byte)0x80, (byte)0xFF); high >= 0; high = text.IndexOfAnyInRange((byte)0x80, (byte)0xFF))
        {
            text = text[high..];
            if (Rune.DecodeFromUtf8(text, out var letter, out var length) != OperationStatus.Done || !IsUsual(letter.Value))
            {
                return false;
            }

            any = true;
            text = text[length..];
        }

        return any;
    }

    private static bool IsUsual(int letter) => letter is >= 0xA0 and <= LastOfLatinExtendedA or >= 0x2010 and <= 0x203A or 0x20AC or 0x2116 or 0x2122 or 0xFEFF or 0xFFFD;
}
