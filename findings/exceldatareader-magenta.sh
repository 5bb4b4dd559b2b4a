#!/usr/bin/env bash
# ExcelDataReader 3.6.0 (NuGet).
#
# Guess:   colour in a number format is for the eye: 1234.50 in a cell formatted [Magenta]0.00 is read as the double 1234.5.
# Really:  it is read as a TimeSpan of 1,234 days and 12 hours. The reader takes [M for the start of elapsed minutes, [mm], as it
#          takes [h] for elapsed hours. [Red], [Blue], [Cyan] and the other colours of Excel come out as numbers.
# Matters: an amount that a bookkeeper has marked is refused, or reaches the invoice as "1234.12:00:00", while its neighbours
#          are fine. TimeSpan.TotalDays gives the amount back.
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
  </ItemGroup>
</Project>
XML

cat > Program.cs <<'CS'
using System.Text;
using ExcelDataReader;

Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
Console.WriteLine($"ExcelDataReader {typeof(ExcelReaderFactory).Assembly.GetName().Version}");

(string Format, string Kind)[] expected =
[
    ("0.00", "Double"), ("[Red]0.00", "Double"), ("[Blue]0.00", "Double"), ("[Cyan]0.00", "Double"), ("[Yellow]0.00", "Double"),
    ("[Magenta]0.00", "TimeSpan"), ("[Magenta]#,##0.00\\ \"zł\"", "TimeSpan"),
];

using IExcelDataReader reader = ExcelReaderFactory.CreateReader(new MemoryStream(Workbook.Create("", [.. expected.Select(cell => ("1234.5", cell.Format))])));
reader.Read();
bool asStated = true;
for (int column = 0; column < expected.Length; column++)
{
    object value = reader.GetValue(column);
    Console.WriteLine(FormattableString.Invariant($"1234.5 formatted {expected[column].Format}: {value.GetType().Name} {value}"));
    asStated &= value.GetType().Name == expected[column].Kind && (value is double or TimeSpan { TotalDays: 1234.5 });
}

Console.WriteLine(asStated ? "as stated" : "NOT as stated");
return asStated ? 0 : 1;
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
