using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using FsCheck;
using FsCheck.Fluent;

namespace Ksef.Client.Tests;

public sealed class BatchPackageWriterTests
{
    private static readonly Arbitrary<Package> Packages = (
        from compression in Gen.Elements(CompressionType.Zip, CompressionType.TarGz)
        from partSize in Gen.Choose(1, 5_000)
        from seekable in Gen.Elements(true, false)
        from sizes in Gen.NonEmptyListOf(Gen.Choose(0, 4_000))
        select new Package(compression, partSize, seekable, [.. sizes])).ToArbitrary();

    [Fact]
    public void Write_AnyInvoices_PartsDecryptJoinAndUnpackToThem() =>
        Prop.ForAll(Packages, package => ReadBackAsync(package).GetAwaiter().GetResult()).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(CompressionType.Zip)]
    [InlineData(CompressionType.TarGz)]
    public Task Write_AsManyInvoicesAsKsefTakes_EveryOneIsReadBack(CompressionType compression) =>
        ReadBackAsync(new Package(compression, 1_000_000, true, [.. Enumerable.Range(0, 10_000).Select(index => index % 1_000)]));

    [Theory]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(65_537)]
    [InlineData(131_072)]
    public Task Write_PartsAboutAsLongAsABlock_EndWhereTheyShould(int partSize) =>
        ReadBackAsync(new Package(CompressionType.Zip, partSize, false, [0, 65_536, 300_000, 1, 65_535, 65_537]));

    [Theory]
    [InlineData(FileOptions.None)]
    [InlineData(FileOptions.Asynchronous)]
    public async Task Write_InvoiceFromFile_IsReadFromWhereTheFileStandsToItsEnd(FileOptions options)
    {
        var path = Path.GetTempFileName();
        var content = new byte[200_000];
        new Random(1).NextBytes(content);
        await File.WriteAllBytesAsync(path, content);
        foreach (var compression in new[] { CompressionType.Zip, CompressionType.TarGz })
        {
            using var ksef = new DecryptingKsef();
            using var key = SessionKey.Create(ksef.PublicKey);
            var part = new MemoryStream();
            await using var writer = new BatchPackageWriter(key, compression, new BatchPackageLimits(), (_, _) => Task.FromResult<Stream>(part));
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 4096, options);
            file.Position = 100;

            await writer.AddAsync("file.xml", file, default);
            await writer.CompleteAsync(default);

            file.CanRead.ShouldBeTrue();
            Unpack(compression, ksef.Decrypt(key.Encryption, part.ToArray())).ShouldBe([("file.xml", Convert.ToHexString(content[100..]))]);
        }

        File.Delete(path);
    }

    [Fact]
    public async Task Write_LongName_IsKept()
    {
        var name = new string('f', 120) + ".xml";
        foreach (var compression in new[] { CompressionType.Zip, CompressionType.TarGz })
        {
            using var ksef = new DecryptingKsef();
            var key = SessionKey.Create(ksef.PublicKey);
            var part = new MemoryStream();
            await using var writer = new BatchPackageWriter(key, compression, new BatchPackageLimits(), (_, _) => Task.FromResult<Stream>(part));

            await writer.AddAsync(name, new MemoryStream([1, 2, 3]), default);
            await writer.CompleteAsync(default);

            Unpack(compression, ksef.Decrypt(key.Encryption, part.ToArray())).ShouldBe([(name, "010203")]);
        }
    }

    [Fact]
    public async Task Write_MorePartsThanAllowed_IsRefused()
    {
        using var ksef = new DecryptingKsef();
        var package = new Package(CompressionType.Zip, 1_000, true, [3_000]);

        var exception = await Should.ThrowAsync<BatchPackageTooLargeException>(() => WriteAsync(ksef, package, Limits(1_000) with { MaxParts = 2 }));

        exception.Message.ShouldContain("2 parts");
    }

    [Fact]
    public async Task Write_MoreBytesThanAllowed_IsRefused()
    {
        using var ksef = new DecryptingKsef();
        var package = new Package(CompressionType.TarGz, 1_000, true, [3_000]);

        await Should.ThrowAsync<BatchPackageTooLargeException>(() => WriteAsync(ksef, package, Limits(1_000) with { MaxPackageSize = 2_500 }));
    }

    [Fact]
    public async Task Write_MoreInvoicesThanAllowed_IsRefused()
    {
        using var ksef = new DecryptingKsef();
        var package = new Package(CompressionType.Zip, 1_000, true, [1, 1, 1]);

        await Should.ThrowAsync<BatchPackageTooLargeException>(() => WriteAsync(ksef, package, Limits(1_000) with { MaxInvoices = 2 }));
    }

    [Fact]
    public async Task Complete_NoInvoices_IsRefused()
    {
        using var ksef = new DecryptingKsef();

        await Should.ThrowAsync<InvalidOperationException>(() => WriteAsync(ksef, new Package(CompressionType.TarGz, 1_000, true, []), Limits(1_000)));
    }

    [Fact]
    public void Limits_ByDefault_AreThoseOfKsef() => new BatchPackageLimits().ShouldBe(
        new BatchPackageLimits { MaxPartSize = 100_000_000, MaxParts = 50, MaxPackageSize = 5_000_000_000, MaxInvoices = 10_000 });

    private static async Task ReadBackAsync(Package package)
    {
        using var ksef = new DecryptingKsef();
        var written = await WriteAsync(ksef, package, Limits(package.PartSize));

        var plainParts = written.Parts.Select(part => ksef.Decrypt(written.Encryption, part)).ToList();
        var archive = plainParts.SelectMany(part => part).ToArray();
        plainParts.SkipLast(1).ShouldAllBe(part => part.Length == package.PartSize);
        plainParts[^1].Length.ShouldBeInRange(1, package.PartSize);
        written.Package.FileSize.ShouldBe(archive.Length);
        written.Package.FileHash.ShouldBe(Hash(archive));
        written.Package.Parts.ShouldBe(written.Parts.Select((part, index) => new BatchPackagePart(index + 1, part.Length, Hash(part))));
        Unpack(package.Compression, archive).ShouldBe(package.Invoices.Select(invoice => (invoice.Name, Convert.ToHexString(invoice.Content))));
    }

    private static BatchPackageLimits Limits(int partSize) => new() { MaxPartSize = partSize, MaxParts = int.MaxValue };

    private static async Task<Written> WriteAsync(DecryptingKsef ksef, Package package, BatchPackageLimits limits)
    {
        using var key = SessionKey.Create(ksef.PublicKey);
        List<MemoryStream> parts = [];
        await using var writer = new BatchPackageWriter(key, package.Compression, limits, (ordinal, _) =>
        {
            ordinal.ShouldBe(parts.Count + 1);
            parts.Add(new MemoryStream());
            return Task.FromResult<Stream>(parts[^1]);
        });
        foreach (var (name, content) in package.Invoices)
        {
            Stream plain = package.Seekable ? new MemoryStream(content) : new GZipStream(new MemoryStream(Gzip(content)), CompressionMode.Decompress);
            await writer.AddAsync(name, plain, default);
        }

        var described = await writer.CompleteAsync(default);
        parts.ShouldAllBe(part => !part.CanWrite, "each part is closed when it is complete");
        return new Written(described, key.Encryption, [.. parts.Select(part => part.ToArray())]);
    }

    private static List<(string Name, string Content)> Unpack(CompressionType compression, byte[] archive)
    {
        if (compression == CompressionType.Zip)
        {
            using var zip = new ZipArchive(new MemoryStream(archive));
            return [.. zip.Entries.Select(entry => (entry.FullName, ReadChecked(entry)))];
        }

        using var tar = new TarReader(new GZipStream(new MemoryStream(archive), CompressionMode.Decompress));
        List<(string, string)> entries = [];
        while (tar.GetNextEntry() is { } entry)
        {
            entries.Add((entry.Name, Convert.ToHexString(Read(entry.DataStream ?? Stream.Null))));
        }

        return entries;
    }

    /// <summary>ZipArchive believes what an entry says about itself, so it is compared here.</summary>
    private static string ReadChecked(ZipArchiveEntry entry)
    {
        var content = Read(entry.Open());
        entry.Length.ShouldBe(content.Length);
        entry.Crc32.ShouldBe(Crc32(content));
        return Convert.ToHexString(content);
    }

    private static byte[] Read(Stream stream)
    {
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }

    /// <summary>From the definition: ISO 3309, bits reflected.</summary>
    private static uint Crc32(byte[] content)
    {
        var remainder = uint.MaxValue;
        foreach (var value in content)
        {
            remainder ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                remainder = (remainder >> 1) ^ ((remainder & 1) == 1 ? 0xEDB88320 : 0);
            }
        }

        return ~remainder;
    }

    private static byte[] Gzip(byte[] content)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionMode.Compress))
        {
            gzip.Write(content);
        }

        return compressed.ToArray();
    }

    private static string Hash(byte[] content) => Convert.ToBase64String(SHA256.HashData(content));

    private sealed record Written(BatchPackage Package, SessionEncryption Encryption, IReadOnlyList<byte[]> Parts);

    private sealed record Package(CompressionType Compression, int PartSize, bool Seekable, int[] Sizes)
    {
        public IReadOnlyList<(string Name, byte[] Content)> Invoices { get; } =
            [.. Sizes.Select((size, index) => ($"faktura {index}.xml", Random(size, index)))];

        private static byte[] Random(int size, int seed)
        {
            var content = new byte[size];
            new Random(seed).NextBytes(content);
            return content;
        }
    }
}
