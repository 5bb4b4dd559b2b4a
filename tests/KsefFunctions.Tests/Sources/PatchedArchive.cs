using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace KsefFunctions.Tests.Sources;

/// <summary>ZIP archives as other archivers write them, or as they look after an accident.</summary>
internal static class PatchedArchive
{
    /// <summary>Entries without compression, so that their bytes stand in the archive as they are.</summary>
    public static byte[] Stored(params (string Name, byte[] Content)[] files) => Written(Encoding.UTF8, CompressionLevel.NoCompression, files);

    public static byte[] Deflated(params (string Name, byte[] Content)[] files) => Written(Encoding.UTF8, CompressionLevel.SmallestSize, files);

    /// <summary>Names in a code page, without the mark of UTF-8.</summary>
    public static byte[] NamedIn(Encoding encoding, params (string Name, byte[] Content)[] files) => Written(encoding, CompressionLevel.Fastest, files);

    /// <summary>The same archive with one text in place of another of the same length: damage on the way.</summary>
    public static byte[] With(byte[] archive, string text, string other)
    {
        var changed = archive.ToArray();
        Encoding.UTF8.GetBytes(other).CopyTo(changed, changed.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)));
        return changed;
    }

    /// <summary>The same archive, whose directory says of its first entry that it is compressed in another way.</summary>
    public static byte[] WithMethod(byte[] archive, ushort method)
    {
        var changed = archive.ToArray();
        BinaryPrimitives.WriteUInt16LittleEndian(changed.AsSpan(changed.AsSpan().IndexOf("PK\u0003\u0004"u8) + 8), method);
        BinaryPrimitives.WriteUInt16LittleEndian(changed.AsSpan(changed.AsSpan().IndexOf("PK\u0001\u0002"u8) + 10), method);
        return changed;
    }

    /// <summary>The same archive as the last part of several.</summary>
    public static byte[] AsLastPart(byte[] archive)
    {
        var changed = archive.ToArray();
        BinaryPrimitives.WriteUInt16LittleEndian(changed.AsSpan(changed.AsSpan().LastIndexOf("PK\u0005\u0006"u8) + 4), 1);
        BinaryPrimitives.WriteUInt16LittleEndian(changed.AsSpan(changed.AsSpan().LastIndexOf("PK\u0005\u0006"u8) + 6), 1);
        return changed;
    }

    private static byte[] Written(Encoding encoding, CompressionLevel level, (string Name, byte[] Content)[] files)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true, encoding))
        {
            foreach (var (name, content) in files)
            {
                using var entry = archive.CreateEntry(name, level).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }
}
