namespace Ksef.Mapping.Tables;

/// <summary>A row of a table as its format gives it.</summary>
/// <param name="Row">Row of the sheet or line of the file, from 1.</param>
/// <param name="Cells">Its values, each with its place; <see langword="null"/> for empty ones.</param>
internal record TableRow(int Row, IReadOnlyList<DataValue?> Cells)
{
    /// <summary>What makes the row unreadable: its cells cannot be relied on then.</summary>
    public DataFinding? Mistake { get; init; }

    /// <summary>Whether the rows after it are lost: nothing follows it.</summary>
    public bool LosesRest { get; init; }

    /// <summary>What is wrong with it, should it be the row of headings.</summary>
    public DataFinding? HeaderFinding { get; init; }

    public bool IsEmpty => Mistake is null && HasNoValue();

    /// <summary>What a cell says for the field of its column: formats whose cells have kinds of their own decide by the field.</summary>
    public virtual DataValue? ValueOf(int index, SimpleField field) => Cells[index];

    /// <summary>Whether a cell surely says the same as the cell of another row in its column; where that is not quickly told, it does not.</summary>
    public virtual bool Repeats(TableRow other, int index) => false;

    private bool HasNoValue()
    {
        for (var index = 0; index < Cells.Count; index++)
        {
            if (Cells[index] is not (null or { Type: DataValueType.Text, Shown.Length: 0 }))
            {
                return false;
            }
        }

        return true;
    }
}
