namespace Ksef.Mapping.Tests.Excel;

/// <summary>Workbooks whose archive is whole, but whose XML is not what it should be: they end in findings or in invoices, never in an exception.</summary>
public sealed class BrokenPartTests
{
    /// <summary>Every byte takes twenty times as long, and was tried.</summary>
    private const int Step = 23;

    private static readonly byte[] Replacements = [(byte)'<', (byte)'"', (byte)'9', (byte)'/', 0xC4, 0];

    [Theory]
    [InlineData("_rels/.rels")]
    [InlineData("xl/workbook.xml")]
    [InlineData("xl/_rels/workbook.xml.rels")]
    [InlineData("xl/styles.xml")]
    [InlineData("xl/sharedStrings.xml")]
    [InlineData("xl/worksheets/sheet1.xml")]
    public async Task MapAsync_PartWithAnyByteReplaced_EndsInFindingsOrInvoices(string part)
    {
        var whole = Unzip(Workbook());
        var content = whole[part];
        for (var offset = 0; offset < content.Length; offset += Step)
        {
            var changed = content.ToArray();
            changed[offset] = Replacements[offset / Step % Replacements.Length];
            await ShouldEnd(whole, part, changed);
        }
    }

    [Theory]
    [InlineData("xl/workbook.xml")]
    [InlineData("xl/styles.xml")]
    [InlineData("xl/sharedStrings.xml")]
    [InlineData("xl/worksheets/sheet1.xml")]
    public async Task MapAsync_PartCutOffAnywhere_GivesNoInvoice(string part)
    {
        var whole = Unzip(Workbook());
        for (var length = 0; length < whole[part].Length; length += Step)
        {
            (await ShouldEnd(whole, part, whole[part][..length])).ShouldAllBe(made => made.Xml == null);
        }
    }

    private static async Task<List<MappedInvoice>> ShouldEnd(Dictionary<string, byte[]> whole, string part, byte[] content)
    {
        var parts = whole.Select(pair => pair.Key == part ? KeyValuePair.Create(part, content) : pair);
        var made = await Mapped.BytesAsync(WorkbookOf.Zip(parts), Mapped.Context() with { Checker = null });
        made.ShouldNotBeEmpty();
        made.ShouldAllBe(item => item.Xml != null || item.Findings.Count > 0);
        return made;
    }

    private static Dictionary<string, byte[]> Unzip(byte[] content)
    {
        using var archive = new System.IO.Compression.ZipArchive(new MemoryStream(content));
        var parts = new Dictionary<string, byte[]>();
        foreach (var entry in archive.Entries)
        {
            using var stream = entry.Open();
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            parts.Add(entry.FullName, copy.ToArray());
        }

        return parts;
    }

    private static byte[] Workbook() => WorkbookOf.One(new SheetOf("Faktury") { Merged = ["A2:A3", "B2:B3"] }
        .Row("Numer", "Data wystawienia", "Nabywca NIP", "Nabywca nazwa", "Nazwa", "Ilość", "Cena netto", "Stawka VAT")
        .Row("FV/1", SheetCell.Date(2026, 10, 5), 2222222222m, "Odbiorca S.A.", SheetCell.Inline("Papier"), 10m, SheetCell.Number(19.99m, "0.00\\ \"zł\""), SheetCell.Number(0.23m, "0%"))
        .Row(SheetCell.Styled, SheetCell.Styled, 2222222222m, "Odbiorca S.A.", "Książka", 2m, SheetCell.Number(45.5m).ByFormula("91/2"), 5m)).ToArray();
}
