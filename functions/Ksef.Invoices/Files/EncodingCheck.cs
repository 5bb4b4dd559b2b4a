using System.Text;
using System.Text.Unicode;

namespace Ksef.Invoices.Files;

/// <summary>Whether the bytes are UTF-8 and nothing else.</summary>
internal static class EncodingCheck
{
    /// <summary>Number of bytes of a byte order mark in UTF-8.</summary>
    public const int ByteOrderMarkLength = 3;

    public static bool HasByteOrderMark(ReadOnlySpan<byte> content) => content.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]);

    /// <summary>Name of the wide encoding that the first bytes betray, if any.</summary>
    public static string? WideEncoding(ReadOnlySpan<byte> content) => content switch
    {
        [0xFF, 0xFE, 0, 0, ..] or [(byte)'<', 0, 0, 0, ..] or [0, 0, 0xFE, 0xFF, ..] or [0, 0, 0, (byte)'<', ..] => "UTF-32",
        [0xFF, 0xFE, ..] or [(byte)'<', 0, ..] or [0xFE, 0xFF, ..] or [0, (byte)'<', ..] => "UTF-16",
        _ => null,
    };

    /// <summary>Finds the first bytes that are no character in UTF-8.</summary>
    /// <returns>Their offset and number, or a negative offset when there are none.</returns>
    public static (int Offset, int Count) FindInvalid(ReadOnlySpan<byte> content)
    {
        if (Utf8.IsValid(content))
        {
            return (-1, 0);
        }

        var offset = 0;
        while (Rune.DecodeFromUtf8(content[offset..], out _, out var length) == System.Buffers.OperationStatus.Done)
        {
            offset += length;
        }

        Rune.DecodeFromUtf8(content[offset..], out _, out var count);
        return (offset, Math.Max(count, 1));
    }
}
