using System.Globalization;
using Ksef.Mapping.Excel.Package;

namespace Ksef.Mapping.Excel.Formats;

/// <summary>Number formats by the style of a cell.</summary>
internal sealed class CellFormats
{
    // Excel itself takes 65,490 cell formats and about 250 number formats; a bound of ours keeps memory.
    private const int Limit = 200_000;

    private readonly List<NumberFormat> _byStyle = [];

    /// <summary>The format of a style; cells may name one that is missing, or none.</summary>
    public NumberFormat Of(int style) => style >= 0 && style < _byStyle.Count ? _byStyle[style] : NumberFormat.General;

    /// <summary>Reads the part of styles, which a workbook need not have.</summary>
    public static CellFormats Read(PartXml? xml)
    {
        var formats = new CellFormats();
        var own = new Dictionary<int, NumberFormat>();
        while (xml is not null && xml.ReadElement())
        {
            // The same elements stand elsewhere with other meanings: numFmt also in differential formats, xf also in the named styles.
            if (xml.Is("numFmts"))
            {
                ReadOwn(xml, own);
            }
            else if (xml.Is("cellXfs"))
            {
                formats.ReadStyles(xml, own);
            }
        }

        return formats;
    }

    private static void ReadOwn(PartXml xml, Dictionary<int, NumberFormat> own)
    {
        var depth = xml.Depth;
        while (xml.ReadChild(depth))
        {
            if (xml.Is("numFmt") && xml.Attribute("formatCode") is { } code)
            {
                Bound(own.Count);
                own[Number(xml.Attribute("numFmtId"))] = FormatCode.Read(code);
            }
        }
    }

    private void ReadStyles(PartXml xml, Dictionary<int, NumberFormat> own)
    {
        var depth = xml.Depth;
        while (xml.ReadChild(depth))
        {
            if (xml.Is("xf"))
            {
                Bound(_byStyle.Count);
                var number = Number(xml.Attribute("numFmtId"));
                _byStyle.Add(own.TryGetValue(number, out var format) ? format : BuiltInFormats.Of(number));
            }
        }
    }

    private static void Bound(int count)
    {
        if (count >= Limit)
        {
            throw WorkbookRefusedException.TooLarge(new("formatów komórek", "cell formats"), Limit);
        }
    }

    private static int Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
