using System.Buffers.Binary;

namespace KsefFunctions.Sources;

/// <summary>
/// What the framework's reader does not tell of a ZIP (APPNOTE 6.3.10, sections 4.3.12 and 4.3.16): which method each entry is compressed with, and
/// whether the archive was split. Read only to explain why something could not be read.
/// </summary>
/// <param name="IsSplit">The end of the archive says that it began on another disk.</param>
/// <param name="Methods">Method of each entry, in the order of the directory; empty where the directory is not where the end says.</param>
internal sealed record ZipDirectory(bool IsSplit, IReadOnlyList<int> Methods)
{
    private const uint EntryMark = 0x02014B50;
    private const int EndLength = 22;
    private const int EntryLength = 46;
    private const int LongestComment = ushort.MaxValue;

    // Ten thousand entries with long names have a directory of a few million bytes.
    private const int LargestDirectory = 32_000_000;

    /// <summary>Where the framework's reader fails on an entry, the directory itself was sound; what is not found here is simply unknown.</summary>
    public static async Task<ZipDirectory> ReadAsync(Stream archive, CancellationToken cancellationToken)
    {
        var tail = await ReadAsync(archive, Math.Max(0, archive.Length - EndLength - LongestComment), archive.Length, cancellationToken);
        if (tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8) is var end && (end < 0 || tail.Length - end < EndLength))
        {
            return new ZipDirectory(IsSplit: false, []);
        }

        var (disk, length, offset) = (Short(tail, end + 4), Int(tail, end + 12), Int(tail, end + 16));
        var isSplit = disk is not 0 and not ushort.MaxValue;
        var isThere = !isSplit && length <= LargestDirectory && (long)offset + length <= archive.Length;
        return new ZipDirectory(isSplit, isThere ? MethodsIn(await ReadAsync(archive, offset, (long)offset + length, cancellationToken)) : []);
    }

    /// <summary>True for a part of a split archive: the last one knows its number, and the first has a mark of its own (section 8.5.3) and no end.</summary>
    public static async Task<bool> IsPartAsync(Stream archive, CancellationToken cancellationToken) =>
        archive.Length >= 4
        && ((await ReadAsync(archive, 0, 4, cancellationToken)).AsSpan().SequenceEqual("PK\u0007\u0008"u8) || (await ReadAsync(archive, cancellationToken)).IsSplit);

    /// <summary>Name of a compression method (section 4.4.5).</summary>
    public static string NameOf(int method) => method switch
    {
        12 => "BZip2",
        14 => "LZMA",
        93 or 20 => "Zstandard",
        95 => "XZ",
        98 => "PPMd",
        _ => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"method {method}"),
    };

    /// <summary>True for the methods that are read: stored, Deflate, Deflate64.</summary>
    public static bool IsRead(int method) => method is 0 or 8 or 9;

    private static List<int> MethodsIn(byte[] directory)
    {
        var methods = new List<int>();
        for (var at = 0; at + EntryLength <= directory.Length && Int(directory, at) == EntryMark;)
        {
            methods.Add(Short(directory, at + 10));
            at += EntryLength + Short(directory, at + 28) + Short(directory, at + 30) + Short(directory, at + 32);
        }

        return methods;
    }

    private static async Task<byte[]> ReadAsync(Stream archive, long from, long to, CancellationToken cancellationToken)
    {
        var bytes = new byte[to - from];
        archive.Position = from;
        await archive.ReadExactlyAsync(bytes, cancellationToken);
        return bytes;
    }

    private static int Short(byte[] bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at));

    private static uint Int(byte[] bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at));
}
