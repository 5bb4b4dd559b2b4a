using System.Text;

namespace Ksef.Mapping.Excel.Package;

/// <summary>What a file that should be a workbook is, by its first bytes and, where Microsoft's old container needs it, by the names in it.</summary>
internal enum ContainerKind
{
    /// <summary>None of the others.</summary>
    Other,

    /// <summary>A ZIP, as all new workbooks are.</summary>
    Zip,

    /// <summary>A workbook under a password: a ZIP encrypted inside an OLE container (MS-OFFCRYPTO, 2.3.4).</summary>
    Protected,

    /// <summary>Any other OLE container: in practice a workbook of Excel 97 to 2003.</summary>
    Ole,
}

/// <summary>Tells containers apart.</summary>
internal static class Container
{
    // [MS-CFB] 2.2: the signature of a compound file.
    private static ReadOnlySpan<byte> OleSignature => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>Looks at the file from its start; its position afterwards is any.</summary>
    public static ContainerKind Of(Stream content)
    {
        content.Position = 0;
        Span<byte> first = stackalloc byte[OleSignature.Length];
        var start = first[..content.ReadAtLeast(first, first.Length, throwOnEndOfStream: false)];
        return start switch
        {
            [(byte)'P', (byte)'K', ..] => ContainerKind.Zip,
            _ when start.SequenceEqual(OleSignature) => HoldsEncryptedPackage(content) ? ContainerKind.Protected : ContainerKind.Ole,
            _ => ContainerKind.Other,
        };
    }

    /// <summary>Names in the directory of a compound file are in UTF-16; its sectors may be anywhere in the file, so the whole of it is looked through.</summary>
    private static bool HoldsEncryptedPackage(Stream content)
    {
        var name = Encoding.Unicode.GetBytes("EncryptedPackage");
        var buffer = new byte[81920];
        var kept = 0;
        while (content.Read(buffer, kept, buffer.Length - kept) is var count and > 0)
        {
            var filled = kept + count;
            if (buffer.AsSpan(0, filled).IndexOf(name) >= 0)
            {
                return true;
            }

            kept = Math.Min(filled, name.Length - 1);
            buffer.AsSpan(filled - kept, kept).CopyTo(buffer);
        }

        return false;
    }
}
