using System.Globalization;
using System.Text;

namespace Ksef.Mapping.Tests.Excel;

/// <summary>A sheet of a test's workbook.</summary>
public sealed class SheetOf(string name)
{
    private readonly List<(int Number, SheetCell[] Cells)> _rows = [];

    public string Name { get; } = name;

    /// <summary>visible, hidden or veryHidden.</summary>
    public string State { get; init; } = "visible";

    /// <summary>Merged ranges.</summary>
    public string[] Merged { get; init; } = [];

    /// <summary>XML in place of the rows.</summary>
    public string? RawData { get; init; }

    /// <summary>Whether rows and cells leave out their names.</summary>
    public bool Anonymous { get; init; }

    /// <summary>Adds the next row.</summary>
    public SheetOf Row(params SheetCell[] cells) => RowAt(_rows.Count == 0 ? 1 : _rows[^1].Number + 1, cells);

    /// <summary>Adds a row further down.</summary>
    public SheetOf RowAt(int number, params SheetCell[] cells)
    {
        _rows.Add((number, cells));
        return this;
    }

    public string Xml(WorkbookOf book)
    {
        var xml = new StringBuilder(book.Declaration).Append(CultureInfo.InvariantCulture, $"<worksheet xmlns=\"{book.Main}\" xmlns:r=\"{book.Office}\">")
            .Append(book.LikeLibreOffice
                ? "<sheetPr filterMode=\"false\"><pageSetUpPr fitToPage=\"false\"/></sheetPr><dimension ref=\"A1\"/><sheetViews><sheetView showFormulas=\"false\" workbookViewId=\"0\"/></sheetViews>"
                : "<dimension ref=\"A1\"/><sheetViews><sheetView tabSelected=\"1\" workbookViewId=\"0\"/></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/>")
            .Append("<sheetData>");
        foreach (var (number, cells) in _rows)
        {
            var name = Anonymous ? string.Empty : $" r=\"{number}\"";
            xml.Append(book.LikeLibreOffice ? $"<row{name} customFormat=\"false\" ht=\"12.8\" hidden=\"false\" customHeight=\"false\" outlineLevel=\"0\" collapsed=\"false\">" : $"<row{name} spans=\"1:9\">");
            for (var column = 0; column < cells.Length; column++)
            {
                var cell = cells[column];
                xml.Append(cell.Xml(Anonymous ? null : $"{Column(column)}{number}", book.Style(cell.Format), cell is { Type: "s", Value: { } text } ? book.SharedText(text) : 0, book.LikeLibreOffice));
            }

            xml.Append("</row>");
        }

        xml.Append(RawData).Append("</sheetData>");
        if (Merged.Length > 0)
        {
            xml.Append(CultureInfo.InvariantCulture, $"<mergeCells count=\"{Merged.Length}\">").AppendJoin(string.Empty, Merged.Select(range => $"<mergeCell ref=\"{range}\"/>")).Append("</mergeCells>");
        }

        return xml.Append("<pageMargins left=\"0.7\" right=\"0.7\" top=\"0.75\" bottom=\"0.75\" header=\"0.3\" footer=\"0.3\"/></worksheet>").ToString();
    }

    private static string Column(int index) => (index >= 26 ? ((char)('A' + (index / 26) - 1)).ToString() : string.Empty) + (char)('A' + (index % 26));
}
