using System.IO.Compression;
using System.Security;

namespace Ksef.Mapping.Tests.Excel;

/// <summary>Makes workbooks, part by part, in the spelling of Excel or of LibreOffice Calc.</summary>
public sealed class WorkbookOf
{
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    private readonly List<string> _texts = [];
    private readonly List<string> _formats = [];

    public List<SheetOf> Sheets { get; init; } = [];

    /// <summary>Whether it is spelt as LibreOffice does; otherwise as Excel.</summary>
    public bool LikeLibreOffice { get; init; }

    /// <summary>Whether it is a strict workbook (ISO/IEC 29500), which has other namespaces.</summary>
    public bool Strict { get; init; }

    /// <summary>The attribute date1904 of the workbook, as it is spelt.</summary>
    public string? Date1904 { get; init; }

    /// <summary>The element calcPr, or nothing.</summary>
    public string Calculation { get; init; } = string.Empty;

    /// <summary>Items of the shared texts as XML, behind those of the cells.</summary>
    public string RawTexts { get; init; } = string.Empty;

    /// <summary>Parts that take the place of others, or come on top.</summary>
    public Dictionary<string, byte[]> Parts { get; } = [];

    public string Main => Strict ? "http://purl.oclc.org/ooxml/spreadsheetml/main" : "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    public string Office => Strict ? "http://purl.oclc.org/ooxml/officeDocument/relationships" : "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public string Declaration => $"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>{(LikeLibreOffice ? "\n" : "\r\n")}";

    public static WorkbookOf One(SheetOf sheet, bool likeLibreOffice = false) => new() { Sheets = [sheet], LikeLibreOffice = likeLibreOffice };

    public int SharedText(string text)
    {
        var known = _texts.IndexOf(text);
        _texts.AddRange(known < 0 ? [text] : []);
        return known < 0 ? _texts.Count - 1 : known;
    }

    public int Style(string? format)
    {
        if (format is null)
        {
            return 0;
        }

        var known = _formats.IndexOf(format);
        _formats.AddRange(known < 0 ? [format] : []);
        return known < 0 ? _formats.Count : known + 1;
    }

    public MemoryStream ToStream() => new(ToArray());

    public byte[] ToArray()
    {
        var sheets = Sheets.Select(sheet => sheet.Xml(this)).ToList();
        var numbers = Enumerable.Range(1, Sheets.Count).ToList();
        var parts = new Dictionary<string, byte[]>
        {
            ["[Content_Types].xml"] = Bytes($"""
                <Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                <Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{Kind}.sheet.main+xml"/>
                {string.Concat(numbers.Select(number => $"<Override PartName=\"/xl/worksheets/sheet{number}.xml\" ContentType=\"{Kind}.worksheet+xml\"/>"))}</Types>
                """),
            ["_rels/.rels"] = Bytes($"<Relationships xmlns=\"{Package}/relationships\"><Relationship Id=\"rId1\" Type=\"{Office}/officeDocument\" Target=\"{(LikeLibreOffice ? "xl/workbook.xml" : "/xl/workbook.xml")}\"/></Relationships>"),
            ["xl/_rels/workbook.xml.rels"] = Bytes($"""
                <Relationships xmlns="{Package}/relationships">{string.Concat(numbers.Select(number => $"<Relationship Id=\"rId{number + 9}\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet{number}.xml\"/>"))}
                <Relationship Id="rId1" Type="{Office}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="{Office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>
                """),
            ["xl/workbook.xml"] = Bytes($"""
                <workbook xmlns="{Main}" xmlns:r="{Office}"><workbookPr{(Date1904 is null ? string.Empty : $" date1904=\"{Date1904}\"")}/>
                <sheets>{string.Concat(Sheets.Zip(numbers, SheetElement))}</sheets>{Calculation}</workbook>
                """),
            ["xl/styles.xml"] = Bytes(Styles()),
            ["xl/sharedStrings.xml"] = Bytes($"<sst xmlns=\"{Main}\">{string.Concat(_texts.Select(text => $"<si><t xml:space=\"preserve\">{SecurityElement.Escape(text)}</t></si>"))}{RawTexts}</sst>"),
        };
        for (var index = 0; index < sheets.Count; index++)
        {
            parts[$"xl/worksheets/sheet{index + 1}.xml"] = Bytes(sheets[index]);
        }

        return Zip(parts.Where(part => !Parts.ContainsKey(part.Key)).Concat(Parts));
    }

    public static byte[] Zip(IEnumerable<KeyValuePair<string, byte[]>> parts)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var part = archive.CreateEntry(name).Open();
                part.Write(content);
            }
        }

        return stream.ToArray();
    }

    public static byte[] Bytes(string text) => System.Text.Encoding.UTF8.GetBytes(text);

    // Excel writes the state only of sheets that are not visible.
    private string SheetElement(SheetOf sheet, int number) =>
        $"<sheet name=\"{SecurityElement.Escape(sheet.Name)}\" sheetId=\"{number}\"{(LikeLibreOffice || sheet.State != "visible" ? $" state=\"{sheet.State}\"" : string.Empty)} r:id=\"rId{number + 9}\"/>";

    private string Styles() => $"""
        <styleSheet xmlns="{Main}"><numFmts count="{_formats.Count}">{string.Concat(_formats.Select((code, index) => $"<numFmt numFmtId=\"{164 + index}\" formatCode=\"{SecurityElement.Escape(code)}\"/>"))}</numFmts>
        <cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs><cellXfs count="{_formats.Count + 1}"><xf numFmtId="0"/>{string.Concat(_formats.Select((_, index) => $"<xf numFmtId=\"{164 + index}\" applyNumberFormat=\"1\"/>"))}</cellXfs>
        <dxfs count="1"><dxf><numFmt numFmtId="164" formatCode="0%"/></dxf></dxfs></styleSheet>
        """;
}
