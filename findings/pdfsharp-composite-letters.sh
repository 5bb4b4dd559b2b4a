#!/usr/bin/env bash
# PDFsharp 6.2.4 (NuGet), fonts of dejavu-fonts-ttf 2.37.3 (npm).
#
# Guess:   a PDF whose text reads back as "Київ" and "Košice" also shows "Київ" and "Košice".
# Really:  a letter that a font builds from parts, one of which has parts itself, loses the inner parts when PDFsharp embeds
#          the font: DejaVu Sans draws "ї" without its dots, DejaVu Sans Bold "š" without its hook. The text layer is right, so
#          a search, a copy and a test that extracts text find nothing wrong; only paper and screen do. Where another letter of
#          the text uses the same part, the letter is whole: bold "Košice, Třebíč" prints right and bold "Košice" does not.
# Matters: a printed invoice names another buyer than the XML does, and a test by text extraction passes.
# Seen:    by reading the embedded font: the parts that the letter's outline refers to are empty in it.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > package.json <<'JSON'
{ "private": true, "dependencies": { "dejavu-fonts-ttf": "2.37.3" } }
JSON

cat > finding.csproj <<'XML'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
    <Nullable>enable</Nullable>
    <ImplicitUsings>enable</ImplicitUsings>
    <EnableDefaultCompileItems>false</EnableDefaultCompileItems>
  </PropertyGroup>
  <ItemGroup>
    <Compile Include="*.cs" />
    <PackageReference Include="PDFsharp" Version="6.2.4" />
    <PackageReference Include="PdfPig" Version="0.1.16" />
  </ItemGroup>
</Project>
XML

cat > Program.cs <<'CS'
using PdfSharp.Drawing;
using PdfSharp.Fonts;
using PdfSharp.Pdf;
using PdfSharp.Pdf.Advanced;
using PdfSharp.Pdf.IO;

GlobalFontSettings.FontResolver = new FolderOfFonts(args[0]);
Console.WriteLine($"PDFsharp {typeof(PdfDocument).Assembly.GetName().Version}");

(string Face, string Text, string Incomplete)[] expected =
[
    ("DejaVuSans", "Київ", "ї"),
    ("DejaVuSans-Bold", "Košice", "š"),
    // The letter ř names the hook itself as a part, so here š has it too.
    ("DejaVuSans-Bold", "Košice, Třebíč", ""),
    ("DejaVuSans", "Łódź ąęćńśźżó", ""),
];

bool asStated = true;
foreach ((string face, string text, string incomplete) in expected)
{
    byte[] pdf = Draw(face, text);
    TrueType whole = new(File.ReadAllBytes(Path.Combine(args[0], face + ".ttf")));
    TrueType embedded = new(EmbeddedFont(pdf));
    string drawnInPart = string.Concat(text.Where(letter => whole.Parts(whole.Glyph(letter)).Any(part => whole.Length(part) > 0 && embedded.Length(part) == 0)));
    string readBack = ReadBack(pdf);
    Console.WriteLine($"{face}: drew '{text}', text reads back as '{readBack}', letters that lost parts: '{drawnInPart}'");
    asStated &= drawnInPart == incomplete && readBack == text;
}

Console.WriteLine(asStated ? "as stated" : "NOT as stated");
return asStated ? 0 : 1;

static byte[] Draw(string face, string text)
{
    using PdfDocument document = new();
    using (XGraphics graphics = XGraphics.FromPdfPage(document.AddPage()))
    {
        graphics.DrawString(text, new XFont(face, 12, XFontStyleEx.Regular, new XPdfFontOptions(PdfFontEncoding.Unicode)), XBrushes.Black, 20, 50);
    }

    using MemoryStream stream = new();
    document.Save(stream, closeStream: false);
    return stream.ToArray();
}

static string ReadBack(byte[] pdf)
{
    using UglyToad.PdfPig.PdfDocument document = UglyToad.PdfPig.PdfDocument.Open(pdf);
    return document.GetPage(1).Text;
}

static byte[] EmbeddedFont(byte[] pdf)
{
    using PdfDocument document = PdfReader.Open(new MemoryStream(pdf), PdfDocumentOpenMode.Import);
    PdfDictionary descriptor = document.Internals.GetAllObjects().OfType<PdfDictionary>().First(item => item.Elements.ContainsKey("/FontFile2"));
    return ((PdfDictionary)((PdfReference)descriptor.Elements["/FontFile2"]!).Value).Stream!.UnfilteredValue;
}

sealed class FolderOfFonts(string folder) : IFontResolver
{
    public byte[] GetFont(string faceName) => File.ReadAllBytes(Path.Combine(folder, faceName + ".ttf"));

    public FontResolverInfo ResolveTypeface(string familyName, bool isBold, bool isItalic) => new(familyName);
}
CS

cat > TrueType.cs <<'CS'
/// <summary>As much of a TrueType font as tells which glyphs a letter is made of (OpenType specification: cmap format 4, loca, glyf).</summary>
sealed class TrueType
{
    private readonly byte[] _bytes;
    private readonly Dictionary<string, int> _tables = [];
    private readonly bool _longOffsets;

    public TrueType(byte[] bytes)
    {
        _bytes = bytes;
        for (int table = 0; table < Word(4); table++)
        {
            int record = 12 + 16 * table;
            _tables[System.Text.Encoding.ASCII.GetString(bytes, record, 4)] = Long(record + 8);
        }

        _longOffsets = Word(_tables["head"] + 50) == 1;
    }

    public int Length(int glyph) => Offset(glyph + 1) - Offset(glyph);

    public int Glyph(char letter)
    {
        int cmap = _tables["cmap"];
        int map = Enumerable.Range(0, Word(cmap + 2)).Select(index => cmap + Long(cmap + 8 + 8 * index)).First(offset => Word(offset) == 4);
        int segments = Word(map + 6) / 2;
        int segment = Enumerable.Range(0, segments).First(index => letter <= Word(map + 14 + 2 * index));
        int first = Word(map + 16 + 2 * segments + 2 * segment);
        int delta = Word(map + 16 + 4 * segments + 2 * segment);
        int rangeAt = map + 16 + 6 * segments + 2 * segment;
        if (letter < first)
        {
            return 0;
        }

        return Word(rangeAt) == 0 ? (letter + delta) & 0xFFFF : (Word(rangeAt + Word(rangeAt) + 2 * (letter - first)) + delta) & 0xFFFF;
    }

    /// <summary>The glyphs that a composite glyph is drawn from, at any depth.</summary>
    public IEnumerable<int> Parts(int glyph)
    {
        int at = _tables["glyf"] + Offset(glyph);
        if (Length(glyph) == 0 || (short)Word(at) >= 0)
        {
            yield break;
        }

        at += 10;
        int flags;
        do
        {
            flags = Word(at);
            int part = Word(at + 2);
            yield return part;
            foreach (int inner in Parts(part))
            {
                yield return inner;
            }

            at += 4 + ((flags & 0x01) != 0 ? 4 : 2) + ((flags & 0x08) != 0 ? 2 : (flags & 0x40) != 0 ? 4 : (flags & 0x80) != 0 ? 8 : 0);
        }
        while ((flags & 0x20) != 0);
    }

    private int Offset(int glyph) => _longOffsets ? Long(_tables["loca"] + 4 * glyph) : 2 * Word(_tables["loca"] + 2 * glyph);

    private int Word(int at) => _bytes[at] << 8 | _bytes[at + 1];

    private int Long(int at) => Word(at) << 16 | Word(at + 2);
}
CS

npm install --silent --no-fund --no-audit
dotnet build -c Release -o out --nologo -v quiet > build.log || { cat build.log; exit 1; }
dotnet out/finding.dll node_modules/dejavu-fonts-ttf/ttf
