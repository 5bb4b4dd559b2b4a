using System.Globalization;
using System.Security;

namespace Ksef.Mapping.Tests.Excel;

/// <summary>A cell for a workbook of a test.</summary>
/// <param name="Type">The attribute t.</param>
/// <param name="Value">Content of v, or the text.</param>
public sealed record SheetCell(string Type, string? Value)
{
    /// <summary>Format code; none is General.</summary>
    public string? Format { get; init; }

    /// <summary>The formula, for a cell that has one.</summary>
    public string? Formula { get; init; }

    /// <summary>XML of the cell in place of all else.</summary>
    public string? Raw { get; init; }

    /// <summary>No cell at all.</summary>
    public static SheetCell None { get; } = new("none", null);

    /// <summary>A cell that has a border and nothing in it.</summary>
    public static SheetCell Styled { get; } = new("n", null) { Format = "0.00" };

    public static SheetCell Text(string text) => new("s", text);

    public static SheetCell Inline(string text) => new("inlineStr", text);

    public static SheetCell Number(decimal number, string? format = null) => new("n", number.ToString(CultureInfo.InvariantCulture)) { Format = format };

    /// <summary>A number as the file spells it.</summary>
    public static SheetCell Spelt(string number, string? format = null) => new("n", number) { Format = format };

    /// <summary>A date of a workbook that counts from 1900.</summary>
    public static SheetCell Date(int year, int month, int day, string format = "yyyy\\-mm\\-dd") =>
        Number(new DateOnly(year, month, day).DayNumber - new DateOnly(1899, 12, 30).DayNumber, format);

    public static SheetCell Flag(bool flag) => new("b", flag ? "1" : "0");

    public static SheetCell Error(string name) => new("e", name);

    public SheetCell ByFormula(string formula) => this with { Formula = formula };

    public static implicit operator SheetCell(string text) => Text(text);

    public static implicit operator SheetCell(decimal number) => Number(number);

    /// <summary>Its XML.</summary>
    public string Xml(string? name, int style, int sharedText, bool likeLibreOffice)
    {
        if (Raw is not null || Type == "none")
        {
            return Raw ?? string.Empty;
        }

        // LibreOffice writes the type of every cell that is not empty, Excel leaves out that of numbers.
        var type = Formula is not null && Type == "s" ? "str" : Type;
        var attribute = type == "n" && (!likeLibreOffice || Value is null) ? string.Empty : $" t=\"{type}\"";
        var formula = Formula is null ? string.Empty : likeLibreOffice ? $"<f aca=\"false\">{SecurityElement.Escape(Formula)}</f>" : $"<f>{SecurityElement.Escape(Formula)}</f>";
        var content = Value is null ? string.Empty
            : type == "inlineStr" ? $"<is><t xml:space=\"preserve\">{SecurityElement.Escape(Value)}</t></is>"
            : $"<v>{(type == "s" ? sharedText.ToString(CultureInfo.InvariantCulture) : SecurityElement.Escape(Value))}</v>";
        return $"<c{(name is null ? string.Empty : $" r=\"{name}\"")} s=\"{style}\"{attribute}>{formula}{content}</c>";
    }
}
