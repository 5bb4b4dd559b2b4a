using System.Text;
using System.Text.Unicode;

namespace KsefSimulator.Invoices.Verification;

/// <summary>KSeF's rules for the bytes of an invoice (weryfikacja-faktury, 9 April 2026): UTF-8 without BOM, no discouraged characters.</summary>
internal static class InvoiceBytes
{
    /// <returns>What is wrong with the bytes, or null.</returns>
    public static string? Objection(ReadOnlySpan<byte> content)
    {
        if (content.IsEmpty)
        {
            return "Plik faktury jest pusty.";
        }

        if (content.StartsWith(Encoding.UTF8.Preamble))
        {
            return "Plik faktury nie może zawierać znacznika BOM.";
        }

        if (!Utf8.IsValid(content))
        {
            return "Plik faktury nie jest zakodowany w UTF-8.";
        }

        return HasDiscouragedCharacter(content) ? "Plik faktury zawiera niezalecane znaki Unicode." : null;
    }

    private static bool HasDiscouragedCharacter(ReadOnlySpan<byte> content)
    {
        // Plain ASCII without DEL, which is most of any invoice, cannot hold one.
        while (content.IndexOfAnyExceptInRange((byte)0, (byte)0x7E) is var next and >= 0)
        {
            Rune.DecodeFromUtf8(content[next..], out var rune, out var length);
            if (IsDiscouraged(rune.Value))
            {
                return true;
            }

            content = content[(next + length)..];
        }

        return false;
    }

    private static bool IsDiscouraged(int value) =>
        value is (>= 0x7F and <= 0x84) or (>= 0x86 and <= 0x9F) or (>= 0xFDD0 and <= 0xFDEF)
        || (value > 0xFFFF && (value & 0xFFFE) == 0xFFFE);
}
