using System.Globalization;

namespace Ksef.Mapping.Tables;

/// <summary>Puts the rows of one invoice together.</summary>
internal sealed class InvoiceRows(string number, string? sheet, int row)
{
    private static readonly int Levels = Enum.GetValues<FieldLevel>().Length;

    /// <summary>FA(3) takes no more lines (FaWiersz, maxOccurs).</summary>
    private const int MostRows = 10_000;

    /// <summary>More findings of one invoice help nobody.</summary>
    private const int MostFindings = 200;

    /// <summary>What the row at hand says of each level, in the order of the levels.</summary>
    private readonly DataRow?[] _entries = new DataRow?[Levels];

    private readonly DataRow _head = new(FieldLevel.Invoice, new DataPlace(sheet, row, null, null));
    private readonly List<DataRow> _rows = [];
    private readonly List<DataFinding> _findings = [];
    private int _count;

    public string Number { get; } = number;

    public void Add(TableRow row, TableHeader header)
    {
        if (++_count > MostRows)
        {
            // The rest is counted and not kept: the invoice is refused, however many rows it has.
            if (_count == MostRows + 1)
            {
                Add(TableFindings.TooManyRows.At(new DataPlace(sheet, row.Row, null, null), ("limit", MostRows.ToString(CultureInfo.InvariantCulture))));
            }

            return;
        }

        var place = new DataPlace(sheet, row.Row, null, null);
        Array.Clear(_entries);
        var count = Math.Min(row.Cells.Count, header.Columns.Count);
        for (var index = 0; index < count; index++)
        {
            if (header.Columns[index].Field is not { } field || row.ValueOf(index, field) is not { } cell)
            {
                continue;
            }

            var value = cell with { Place = cell.Place with { Field = header.Columns[index].Heading } };

            if (field.Level == FieldLevel.Invoice)
            {
                AddToHead(field, value);
            }
            else
            {
                (_entries[(int)field.Level] ??= new DataRow(field.Level, place)).Set(field, value);
            }
        }

        AddEntries();
    }

    public void Add(DataFinding finding)
    {
        if (_findings.Count < MostFindings)
        {
            _findings.Add(finding);
        }
    }

    public DataInvoice ToInvoice() => new(_head, _rows) { Findings = _findings };

    private void AddToHead(SimpleField field, DataValue value)
    {
        if (_head[field] is not { } first)
        {
            _head.Set(field, value);
        }
        else if (first.Shown != value.Shown && value.Shown.Length > 0)
        {
            Add(MeaningFindings.HeadDiffers.At(
                value, ("field", new(field.Pl, field.En)), ("first", first.Shown), ("place", PlaceWords.Of(first.Place))));
        }
    }

    private void AddEntries()
    {
        foreach (var entry in _entries)
        {
            // A row that only repeats the original, the recipient or an advance beside a further line says nothing new.
            if (entry is { Count: > 0 } && (entry.Level == FieldLevel.Line || !IsThere(entry)))
            {
                _rows.Add(entry);
            }
        }
    }

    private bool IsThere(DataRow entry) => _rows.Exists(entry.SaysAs);
}
