using System.Globalization;
using Ksef.Mapping.Excel.Formats;
using Ksef.Mapping.Excel.Package;

namespace Ksef.Mapping.Excel.Cells;

/// <summary>Reads what a cell holds (ECMA-376, part 1, 18.3.1.4).</summary>
/// <param name="texts">Texts that cells name by number.</param>
/// <param name="formats">Number formats by style.</param>
/// <param name="rules">What the workbook says of all its cells.</param>
internal sealed class CellReader(SharedTexts texts, CellFormats formats, CellRules rules)
{
    /// <summary>Reads the cell at whose start the XML stands, up to its end.</summary>
    /// <returns>What it holds; <see langword="null"/> for an empty cell.</returns>
    public CellValue? Read(PartXml xml)
    {
        var kind = xml.Attribute("t") ?? "n";
        var style = int.TryParse(xml.Attribute("s"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        string? value = null;
        string? inline = null;
        var isFormula = false;
        var depth = xml.Depth;
        while (xml.ReadChild(depth))
        {
            if (xml.Is("v"))
            {
                value = xml.ReadText();
            }
            else if (xml.Is("is"))
            {
                inline = CellText.Read(xml);
            }
            else
            {
                isFormula |= xml.Is("f");
            }
        }

        return inline is not null ? Text(inline)
            : isFormula && rules.IsToBeComputed ? new FaultyCell(CellFault.NotComputed, value ?? string.Empty)
            : value is null || (value.Length == 0 && kind != "str") ? Missing(isFormula)
            : Value(xml, kind, value, style);
    }

    private static FaultyCell? Missing(bool isFormula) => isFormula ? new FaultyCell(CellFault.NotComputed, string.Empty) : null;

    private CellValue? Value(PartXml xml, string kind, string value, int style) => kind switch
    {
        "n" => Number(value, formats.Of(style)),
        "s" => Shared(xml, value),
        "str" or "inlineStr" => Text(CellText.Unescape(value)),
        "b" => Flag(value.Trim()),
        "e" => new ErrorCell(value.Trim()),
        "d" => Day(value.Trim()),
        _ => new FaultyCell(CellFault.UnknownKind, value),
    };

    private static TextCell? Text(string text) => text.Length == 0 ? null : new TextCell(text);

    private TextCell? Shared(PartXml xml, string value) =>
        int.TryParse(value.AsSpan().Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && texts.Of(number) is { } text
            ? Text(text)
            : throw xml.Damaged(new($"komórka odwołuje się do tekstu nr {value}, którego nie ma", $"a cell refers to the text number {value}, which does not exist"));

    private CellValue Number(string value, NumberFormat format)
    {
        // A cell's number is a double, and Convert.ToDecimal takes the fifteen digits of it that Excel itself keeps: 0.30000000000000004 is 0.3.
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || Math.Abs(number) >= (double)decimal.MaxValue || double.IsNaN(number))
        {
            return new FaultyCell(CellFault.NoNumber, value);
        }

        var exact = Convert.ToDecimal(number);
        return format.Kind switch
        {
            NumberFormatKind.Date => SerialDate.TryRead(exact, rules.From1904, out var day) ? new DateCell(day) : new FaultyCell(CellFault.NoSuchDay, value),
            NumberFormatKind.Time => new TimeCell(exact),
            _ => new NumberCell(exact, format),
        };
    }

    private static CellValue Flag(string value) => value switch
    {
        "1" or "true" => new FlagCell(true),
        "0" or "false" => new FlagCell(false),
        _ => new FaultyCell(CellFault.UnknownKind, value),
    };

    /// <summary>Strict workbooks may hold a date as ISO 8601, with or without a time.</summary>
    private static CellValue Day(string value) =>
        DateTime.TryParseExact(value, ["yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm:ss.FFF", "yyyy-MM-ddTHH:mm:ssZ"], CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var time)
            ? new DateCell(DateOnly.FromDateTime(time))
            : new FaultyCell(CellFault.NoSuchDay, value);
}
