using System.Text;
using KsefFunctions.Errors;
using KsefFunctions.Sources;

namespace KsefFunctions.Tests.Sources;

public sealed class InvoiceArchiveTests
{
    private static readonly byte[] First = "<Faktura>Piekarnia Pod Klosem</Faktura>"u8.ToArray();
    private static readonly byte[] Second = "<Faktura>Zielony Rynek</Faktura>"u8.ToArray();

    public static TheoryData<string> OrdinaryNames => ["a.xml", "2026-11-28T10:15:00 FV1.xml", "m\\a.xml", "x/..y.xml", "a//b.xml", "ł.XML"];

    public static TheoryData<string, string> RefusedNames => new()
    {
        { "../../a.xml", ArchiveErrors.PathEscape.Code },
        { "m\\..\\..\\a.xml", ArchiveErrors.PathEscape.Code },
        { "C:\\faktury\\a.xml", ArchiveErrors.PathEscape.Code },
        { "/a.xml", ArchiveErrors.LeadingSlash.Code },
        { "\\a.xml", ArchiveErrors.LeadingSlash.Code },
        { "a.pdf", ArchiveErrors.NotAnInvoiceEntry.Code },
        { "inner.zip", ArchiveErrors.NestedArchive.Code },
    };

    public static TheoryData<ushort, string> UnreadMethods => new() { { 12, "BZip2" }, { 14, "LZMA" }, { 93, "Zstandard" }, { 95, "XZ" }, { 98, "PPMd" }, { 77, "method 77" } };

    public static TheoryData<string> Litter => ["Thumbs.db", "faktury/desktop.ini", ".DS_Store", "faktury/._a.xml", "__MACOSX/a.xml", "META-INF/MANIFEST.MF", "a.xml.sig"];

    [Theory]
    [MemberData(nameof(OrdinaryNames))]
    public async Task Read_OrdinaryName_IsUnpacked(string name) =>
        (await ReadAsync(PatchedArchive.Deflated((name, First), ("b.xml", Second)))).Invoices.ShouldAllBe(invoice => invoice.Error == null);

    [Theory]
    [MemberData(nameof(RefusedNames))]
    public async Task Read_RefusedName_RefusesThatEntryAlone(string name, string code)
    {
        var (invoices, _) = await ReadAsync(PatchedArchive.Deflated((name, First), ("b.xml", Second)));

        invoices[0].Error.ShouldNotBeNull().Code.ShouldBe(code);
        invoices[0].Content.IsEmpty.ShouldBeTrue();
        invoices[1].Content.ToArray().ShouldBe(Second);
    }

    [Fact]
    public async Task Read_OneLetterChangedOnTheWay_RefusesThatEntryAlone()
    {
        var (invoices, _) = await ReadAsync(PatchedArchive.With(PatchedArchive.Stored(("a.xml", First), ("b.xml", Second)), "Klosem", "Glosem"));

        invoices[0].Error.ShouldNotBeNull().Code.ShouldBe(ArchiveErrors.BrokenEntry.Code);
        invoices[0].Content.IsEmpty.ShouldBeTrue();
        invoices[1].Content.ToArray().ShouldBe(Second);
    }

    [Theory]
    [MemberData(nameof(UnreadMethods))]
    public async Task Read_AnotherMethod_NamesItAndTakesTheRest(ushort method, string name)
    {
        var (invoices, _) = await ReadAsync(PatchedArchive.WithMethod(PatchedArchive.Deflated(("a.xml", First), ("b.xml", Second)), method));

        var error = invoices[0].Error.ShouldNotBeNull();
        error.Code.ShouldBe(ArchiveErrors.CompressionMethod.Code);
        error.Message.ShouldContain(name);
        invoices[1].Content.ToArray().ShouldBe(Second);
    }

    [Fact]
    public async Task Read_LastPartOfASplitArchive_SaysSo() =>
        (await Should.ThrowAsync<SourceRefusedException>(() => ReadAsync(PatchedArchive.AsLastPart(PatchedArchive.Deflated(("a.xml", First))))))
            .Error.Code.ShouldBe(ArchiveErrors.SplitArchive.Code);

    [Fact]
    public async Task Read_MuchMoreThanAnInvoiceAndVeryRegular_RefusesThatEntryAlone()
    {
        var (invoices, _) = await ReadAsync(PatchedArchive.Deflated(("bomb.xml", new byte[50_000_000]), ("b.xml", Second)));

        invoices[0].Error.ShouldNotBeNull().Code.ShouldBe(ArchiveErrors.SuspiciousCompression.Code);
        invoices[1].Error.ShouldBeNull();
    }

    [Fact]
    public async Task Read_VeryRegularButNoLargerThanAnInvoice_IsUnpacked() =>
        (await ReadAsync(PatchedArchive.Deflated(("a.xml", new byte[1_940_000])))).Invoices.ShouldHaveSingleItem().Content.Length.ShouldBe(1_940_000);

    [Theory]
    [MemberData(nameof(Litter))]
    public async Task Read_LitterBesideInvoices_IsLeftOutByName(string name)
    {
        var (invoices, leftOut) = await ReadAsync(PatchedArchive.Deflated((name, [0, 1, 2]), ("faktury/", []), ("faktury\\", []), ("a.xml", First), ("b.xml", Second)));

        leftOut.ShouldBe([name]);
        invoices.Select(invoice => (invoice.Ordinal, invoice.Name)).ShouldBe([(1, "a.xml"), (2, "b.xml")]);
    }

    [Fact]
    public async Task Read_NamesOfWindowsExplorer_KeepTheirPolishLetters()
    {
        string[] names = ["Zażółć gęślą.xml", "Faktura ą.xml", "Faktura ę.xml"];

        var (invoices, _) = await ReadAsync(PatchedArchive.NamedIn(CodePagesEncodingProvider.Instance.GetEncoding(852)!, [.. names.Select(name => (name, First))]));

        invoices.Select(invoice => invoice.Name).ShouldBe(names);
    }

    [Fact]
    public async Task Read_NamesAlikeAfterCleaning_StayDifferent()
    {
        var far = new string('x', 300);
        string[] names = ["FV\n1.xml", "FV1.xml", $"{far}a{far}1.xml", $"{far}b{far}1.xml"];

        var (invoices, _) = await ReadAsync(PatchedArchive.Deflated([.. names.Select(name => (name, First))]));

        invoices.Select(invoice => invoice.Name).ShouldBeUnique();
        invoices.ShouldAllBe(invoice => invoice.Error == null && invoice.Name.Length < 210 && !invoice.Name.Any(char.IsControl));
    }

    [Fact]
    public async Task Read_CutOffAnywhere_IsRefusedOrReadAndNothingElse()
    {
        var archive = PatchedArchive.Deflated(("a.xml", First), ("b.xml", Second));
        for (var length = 0; length < archive.Length; length++)
        {
            await ShouldEndAsync(archive[..length]);
        }
    }

    [Fact]
    public async Task Read_AnyByteChanged_IsRefusedOrReadAndNeverAnotherContent()
    {
        var archive = PatchedArchive.Deflated(("a.xml", First), ("b.xml", Second));
        var random = new Random(17);
        for (var position = 0; position < archive.Length; position++)
        {
            var changed = archive.ToArray();
            changed[position] ^= (byte)random.Next(1, 256);
            await ShouldEndAsync(changed);
        }
    }

    private static async Task ShouldEndAsync(byte[] archive)
    {
        try
        {
            var (invoices, _) = await ReadAsync(archive);
            invoices.Where(invoice => invoice.Error is null).Select(invoice => Convert.ToHexString(invoice.Content.Span))
                .ShouldBeSubsetOf([Convert.ToHexString(First), Convert.ToHexString(Second)]);
        }
        catch (SourceRefusedException refusal)
        {
            refusal.Error.Code.ShouldStartWith("KSF-21");
        }
    }

    private static async Task<(IReadOnlyList<SourceInvoice> Invoices, IReadOnlyList<string> LeftOut)> ReadAsync(byte[] content)
    {
        await using var archive = await InvoiceArchive.OpenAsync(new MemoryStream(content, writable: false), CancellationToken.None);
        return (await archive.ReadAsync(CancellationToken.None).ToListAsync(), archive.LeftOut);
    }
}
