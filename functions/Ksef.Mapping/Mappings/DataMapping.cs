using System.Collections.Frozen;

namespace Ksef.Mapping;

/// <summary>How the columns, codes and forms of a company's ERP relate to the simple layout (<c>mapping.json</c>).</summary>
public sealed record DataMapping
{
    /// <summary>A mapping that says nothing: the file speaks in the words of the simple layout.</summary>
    public static DataMapping Empty { get; } = new();

    /// <summary>Fields by the heading or member that stands for them; <see langword="null"/> for what is to be passed over. Headings are compared without case, accents, spaces and signs.</summary>
    public IReadOnlyDictionary<string, SimpleField?> Columns { get; init; } = FrozenDictionary<string, SimpleField?>.Empty;

    /// <summary>Values that are always taken, whatever the file says.</summary>
    public IReadOnlyDictionary<SimpleField, string> Constants { get; init; } = FrozenDictionary<SimpleField, string>.Empty;

    /// <summary>Values that are taken where the file says nothing.</summary>
    public IReadOnlyDictionary<SimpleField, string> Defaults { get; init; } = FrozenDictionary<SimpleField, string>.Empty;

    /// <summary>Words of the ERP and what they mean, by field. They are compared as headings are.</summary>
    public IReadOnlyDictionary<SimpleField, IReadOnlyDictionary<string, string>> Codes { get; init; } = FrozenDictionary<SimpleField, IReadOnlyDictionary<string, string>>.Empty;

    /// <summary>The sign before the decimals of numbers written as text.</summary>
    public DecimalSign DecimalSign { get; init; }

    /// <summary>Further forms of dates, such as <c>dd/MM/yyyy</c> (.NET custom format strings), tried first.</summary>
    public IReadOnlyList<string> DateFormats { get; init; } = [];

    /// <summary>The sign between the columns of a CSV; told by the content when <see langword="null"/>.</summary>
    public char? Separator { get; init; }

    /// <summary>Name of the encoding of a CSV, such as <c>windows-1250</c>; told by the content when <see langword="null"/>.</summary>
    public string? Encoding { get; init; }

    /// <summary>Row of the headings of a table, from 1; found by the headings themselves when <see langword="null"/>.</summary>
    public int? HeaderRow { get; init; }

    /// <summary>Name of the sheet of a workbook; the first visible one when <see langword="null"/>.</summary>
    public string? Sheet { get; init; }

    /// <summary>What is wrong with the file that it was read from.</summary>
    public IReadOnlyList<DataFinding> Mistakes { get; init; } = [];
}
