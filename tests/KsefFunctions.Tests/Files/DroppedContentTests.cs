using System.Security.Cryptography;
using System.Text;
using KsefFunctions.Files;
using SampleInvoices;

namespace KsefFunctions.Tests.Files;

public sealed class DroppedContentTests
{
    private static readonly byte[] Archive = SampleArchive.Zip([("a.xml", "<Faktura/>"u8.ToArray())]);

    public static TheoryData<string, byte[], ContentKind> Contents => new()
    {
        { "nothing", [], ContentKind.Empty },
        { "invoice", "<?xml version=\"1.0\"?><Faktura/>"u8.ToArray(), ContentKind.Xml },
        { "blank lines first", " \r\n\t<Faktura/>"u8.ToArray(), ContentKind.Xml },
        { "byte order mark", [0xEF, 0xBB, 0xBF, .. "<Faktura/>"u8], ContentKind.Xml },
        { "UTF-16", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("<Faktura/>")], ContentKind.Xml },
        { "ZIP", Archive, ContentKind.Zip },
        { "ZIP cut off", Archive[..40], ContentKind.Zip },
        { "last part of a ZIP", Archive[20..], ContentKind.Zip },
        { "empty ZIP", SampleArchive.Zip([]), ContentKind.Zip },
        { "workbook of Excel", SampleArchive.Zip([("[Content_Types].xml", "<Types/>"u8.ToArray())]), ContentKind.Workbook },
        { "workbook of a library", SampleArchive.Zip([("xl/worksheets/sheet1.xml", "<worksheet/>"u8.ToArray())]), ContentKind.Workbook },
        { "package with a folder of that name", SampleArchive.Zip([("xl/faktura.xml", "<Faktura/>"u8.ToArray())]), ContentKind.Zip },
        { "7z", [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0, 4], ContentKind.SevenZip },
        { "RAR", "Rar!\u001a\u0007\u0001"u8.ToArray(), ContentKind.Rar },
        { "gzip", [0x1F, 0x8B, 8, 0], ContentKind.Gzip },
        { "tar", [.. new byte[257], .. "ustar"u8, .. new byte[250]], ContentKind.Tar },
        { "PDF", "%PDF-1.7"u8.ToArray(), ContentKind.Other },
        { "one letter", "x"u8.ToArray(), ContentKind.Other },
    };

    [Theory]
    [MemberData(nameof(Contents))]
    public async Task Read_AnyContent_TellsKindSizeAndHash(string what, byte[] bytes, ContentKind kind)
    {
        foreach (var content in new Stream[] { new MemoryStream(bytes), new OneByteAtATime(bytes) })
        {
            var read = await DroppedContent.ReadAsync(content, CancellationToken.None);

            (read.Sha256, read.Size, read.Kind).ShouldBe((Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes.Length, kind), what);
            (read.Whole?.ToArray() ?? []).ShouldBe(bytes, what);
        }
    }

    [Fact]
    public async Task Read_LargeContent_IsNotKeptInMemory()
    {
        var bytes = new byte[1_000_000];

        var read = await DroppedContent.ReadAsync(new MemoryStream(bytes), CancellationToken.None);

        (read.Sha256, read.Size, read.Whole).ShouldBe((Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes.Length, null));
    }

    /// <summary>As a slow network gives it.</summary>
    private sealed class OneByteAtATime(byte[] bytes) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(1, buffer.Length)], cancellationToken);
    }
}
