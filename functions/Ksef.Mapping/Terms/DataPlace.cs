namespace Ksef.Mapping;

/// <summary>Where in a file a value stands, in the words of its format. What a format does not have is <see langword="null"/>.</summary>
/// <param name="Part">Sheet, section or dictionary, such as <c>Arkusz1</c> or <c>[ZAWARTOSC]</c>; <c>company.json</c> or <c>mapping.json</c> for what comes from there.</param>
/// <param name="Row">Row of the sheet or line of the file, from 1.</param>
/// <param name="Column">Column of the sheet, or position in the record, from 1.</param>
/// <param name="Field">Heading of the column, name of the element, or path of the member, such as <c>[2].pozycje[0].cena_netto</c>.</param>
public readonly record struct DataPlace(string? Part, int? Row, int? Column, string? Field)
{
    // Every value has a place: without the flags of two nullable numbers it is a quarter smaller.
    private readonly int _row = Row ?? 0;
    private readonly int _column = Column ?? 0;

    /// <summary>Row of the sheet or line of the file, from 1.</summary>
    public int? Row
    {
        get => _row == 0 ? null : _row;
        init => _row = value ?? 0;
    }

    /// <summary>Column of the sheet, or position in the record, from 1.</summary>
    public int? Column
    {
        get => _column == 0 ? null : _column;
        init => _column = value ?? 0;
    }

    /// <summary>The file as a whole.</summary>
    public static DataPlace File => default;

    /// <summary>The same row, as a whole.</summary>
    public DataPlace WholeRow => this with { Column = null, Field = null };

    /// <summary>The place in a few words. What the compiler would write prints <see cref="WholeRow"/>, which prints its own, without an end.</summary>
    public override string ToString() => string.Join(' ', new object?[] { Part, Row, Column, Field }.Where(part => part is not null));
}
