#!/usr/bin/env bash
# ExcelDataReader 3.6.0 and MiniExcel 1.46.0 (NuGet), workbooks whose days count from 1904 (ECMA-376, workbookPr, date1904).
#
# Guess:   a reader that returns DateTime has applied the workbook's date system; xsd:boolean is "1" or "true", and both are read.
# Really:  ExcelDataReader knows the flag as "1" only, and LibreOffice writes "true". MiniExcel knows neither spelling. What was
#          2 January 2026 is read as 1 January 2022, without a word: 1,462 days early, a date as plausible as the right one.
# Matters: issue and due dates of an ERP's export are four years off where the file began its life on an old Mac, and the
#          flag stays in a workbook through every copy. Read workbookPr oneself and add the 1,462 days.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > finding.csproj <<'XML'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
    <Nullable>enable</Nullable>
    <ImplicitUsings>enable</ImplicitUsings>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="ExcelDataReader" Version="3.6.0" />
    <PackageReference Include="MiniExcel" Version="1.46.0" />
  </ItemGroup>
</Project>
XML

cat > Program.cs <<'CS'
using System.Text;
using ExcelDataReader;
using MiniExcelLibs;

Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
Console.WriteLine($"ExcelDataReader {typeof(ExcelReaderFactory).Assembly.GetName().Version}, MiniExcel {typeof(MiniExcel).Assembly.GetName().Version}");

// Day 44562 of a workbook that counts from 1904 is 2 January 2026; of one that counts from 1900, 1 January 2022.
(string Properties, string ByExcelDataReader, string ByMiniExcel)[] expected =
[
    ("", "2022-01-01", "2022-01-01"),
    ("<workbookPr date1904='1'/>", "2026-01-02", "2022-01-01"),
    ("<workbookPr date1904='true'/>", "2022-01-01", "2022-01-01"),
];

bool asStated = true;
foreach ((string properties, string byExcelDataReader, string byMiniExcel) in expected)
{
    byte[] workbook = Workbook.Create(properties, ("44562", "yyyy\\-mm\\-dd"));
    using IExcelDataReader reader = ExcelReaderFactory.CreateReader(new MemoryStream(workbook));
    reader.Read();
    string first = Day(reader.GetValue(0));
    string second = Day(((IDictionary<string, object>)MiniExcel.Query(new MemoryStream(workbook)).First())["A"]);
    Console.WriteLine($"{(properties == "" ? "no flag" : properties)}: ExcelDataReader {first}, MiniExcel {second}");
    asStated &= first == byExcelDataReader && second == byMiniExcel;
}

Console.WriteLine(asStated ? "as stated" : "NOT as stated");
return asStated ? 0 : 1;

static string Day(object value) => ((DateTime)value).ToString("yyyy'-'MM'-'dd");
CS

cat > Workbook.cs <<'CS'
using System.IO.Compression;
using System.Security;

/// <summary>A workbook of one row: the smallest set of parts that ECMA-376 asks for.</summary>
static class Workbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    /// <param name="properties">The element workbookPr, or nothing.</param>
    /// <param name="cells">A number and its format each.</param>
    public static byte[] Create(string properties, params (string Number, string Format)[] cells)
    {
        string formats = string.Concat(cells.Select((cell, index) => $"<numFmt numFmtId='{164 + index}' formatCode='{SecurityElement.Escape(cell.Format)}'/>"));
        string styles = string.Concat(cells.Select((_, index) => $"<xf numFmtId='{164 + index}' fontId='0' fillId='0' borderId='0' xfId='0' applyNumberFormat='1'/>"));
        string row = string.Concat(cells.Select((cell, index) => $"<c r='{(char)('A' + index)}1' s='{index}'><v>{cell.Number}</v></c>"));

        using MemoryStream stream = new();
        using (ZipArchive archive = new(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(archive, "[Content_Types].xml", $"""
                <Types xmlns='{Package}/content-types'>
                  <Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>
                  <Override PartName='/xl/workbook.xml' ContentType='{Kind}.sheet.main+xml'/>
                  <Override PartName='/xl/worksheets/sheet1.xml' ContentType='{Kind}.worksheet+xml'/>
                  <Override PartName='/xl/styles.xml' ContentType='{Kind}.styles+xml'/>
                </Types>
                """);
            Write(archive, "_rels/.rels", $"<Relationships xmlns='{Package}/relationships'><Relationship Id='r1' Type='{Office}/officeDocument' Target='xl/workbook.xml'/></Relationships>");
            Write(archive, "xl/_rels/workbook.xml.rels", $"""
                <Relationships xmlns='{Package}/relationships'>
                  <Relationship Id='r1' Type='{Office}/worksheet' Target='worksheets/sheet1.xml'/>
                  <Relationship Id='r2' Type='{Office}/styles' Target='styles.xml'/>
                </Relationships>
                """);
            Write(archive, "xl/workbook.xml", $"<workbook xmlns='{Main}' xmlns:r='{Office}'>{properties}<sheets><sheet name='Faktury' sheetId='1' r:id='r1'/></sheets></workbook>");
            Write(archive, "xl/styles.xml", $"""
                <styleSheet xmlns='{Main}'><numFmts count='{cells.Length}'>{formats}</numFmts>
                  <fonts count='1'><font><sz val='11'/><name val='Calibri'/></font></fonts>
                  <fills count='1'><fill><patternFill patternType='none'/></fill></fills><borders count='1'><border/></borders>
                  <cellStyleXfs count='1'><xf numFmtId='0' fontId='0' fillId='0' borderId='0'/></cellStyleXfs><cellXfs count='{cells.Length}'>{styles}</cellXfs>
                </styleSheet>
                """);
            Write(archive, "xl/worksheets/sheet1.xml", $"<worksheet xmlns='{Main}'><sheetData><row r='1'>{row}</row></sheetData></worksheet>");
        }

        return stream.ToArray();
    }

    private static void Write(ZipArchive archive, string name, string xml)
    {
        using StreamWriter writer = new(archive.CreateEntry(name).Open());
        writer.Write(xml);
    }
}
CS

dotnet build -c Release -o out --nologo -v quiet > build.log || { cat build.log; exit 1; }
dotnet out/finding.dll
