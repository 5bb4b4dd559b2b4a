#!/usr/bin/env bash
# ExcelDataReader 3.6.0, MiniExcel 1.46.0 (NuGet), cells that hold no value.
#
# Guess:   an empty cell, an error cell (#N/A) and a formula that nobody has computed yet can be told apart: only the first is empty.
# Really:  ExcelDataReader gives null for all three and has no member that tells them apart. MiniExcel gives the text "#N/A" for the error,
#          and null for the formula. Where the writer put 0 beside a formula and fullCalcOnLoad into the workbook, as XlsxWriter documents
#          that it does, both give 0. Excel shows the right figure in each case: it computes on opening.
# Matters: Convert.ToDecimal(null) is 0. An amount that could not be computed is an invoice for nothing, or a line that is passed over.
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

// A1 is empty but has a style, B1 an error, C1 a formula without a value, D1 a formula beside which the writer put 0.
const string row = "<c r='A1' s='0'/><c r='B1' t='e'><v>#N/A</v></c><c r='C1'><f>1+1</f></c><c r='D1'><f>1+1</f><v>0</v></c><c r='E1'><v>5</v></c>";
byte[] workbook = Workbook.Create("<calcPr calcId='124519' fullCalcOnLoad='1'/>", row);

using IExcelDataReader reader = ExcelReaderFactory.CreateReader(new MemoryStream(workbook));
reader.Read();
string first = string.Join(" | ", Enumerable.Range(0, 5).Select(column => Shown(reader.GetValue(column))));
string second = string.Join(" | ", ((IDictionary<string, object?>)MiniExcel.Query(new MemoryStream(workbook)).First()).Values.Select(Shown));
Console.WriteLine($"empty | error | not computed | 0 to be computed | 5");
Console.WriteLine($"ExcelDataReader: {first}");
Console.WriteLine($"MiniExcel:       {second}");
Console.WriteLine($"Convert.ToDecimal of the error: {Convert.ToDecimal(reader.GetValue(1))}");

bool asStated = first == "null | null | null | 0 | 5" && second == "null | #N/A | null | 0 | 5" && Convert.ToDecimal(reader.GetValue(1)) == 0;
Console.WriteLine(asStated ? "as stated" : "NOT as stated");
return asStated ? 0 : 1;

static string Shown(object? value) => value is null ? "null" : FormattableString.Invariant($"{value}");
CS

cat > Workbook.cs <<'CS'
using System.IO.Compression;

/// <summary>A workbook of one row: the smallest set of parts that ECMA-376 asks for.</summary>
static class Workbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    /// <param name="calculation">The element calcPr, or nothing.</param>
    /// <param name="row">Cells of the row.</param>
    public static byte[] Create(string calculation, string row)
    {
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
            Write(archive, "xl/workbook.xml", $"<workbook xmlns='{Main}' xmlns:r='{Office}'><sheets><sheet name='Faktury' sheetId='1' r:id='r1'/></sheets>{calculation}</workbook>");
            Write(archive, "xl/styles.xml", $"""
                <styleSheet xmlns='{Main}'>
                  <fonts count='1'><font><sz val='11'/><name val='Calibri'/></font></fonts>
                  <fills count='1'><fill><patternFill patternType='none'/></fill></fills><borders count='1'><border/></borders>
                  <cellStyleXfs count='1'><xf numFmtId='0' fontId='0' fillId='0' borderId='0'/></cellStyleXfs><cellXfs count='1'><xf numFmtId='0' fontId='0' fillId='0' borderId='0' xfId='0'/></cellXfs>
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
