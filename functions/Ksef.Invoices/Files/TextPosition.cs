using System.Text;

namespace Ksef.Invoices.Files;

/// <summary>Line and column of a byte in a UTF-8 text.</summary>
internal static class TextPosition
{
    public static Location Of(ReadOnlySpan<byte> text, int offset)
    {
        var before = text[..offset];
        var line = before.Count((byte)'\n') + 1;
        var column = Encoding.UTF8.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]) + 1;
        return new Location(null, line, column);
    }
}
