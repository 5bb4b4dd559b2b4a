using System.Globalization;

namespace Ksef.Mapping.Tables;

/// <summary>Puts the rows of one invoice together.</summary>
internal sealed class InvoiceRows(string number, string? sheet, int row, TableHeader header)
{
    private static readonly int Levels = Enum.GetValues<FieldLevel>().Length;

    /// <summary>FA(3) takes no more lines (FaWiersz, maxOccurs).</summary>
    private const int MostRows = 10_000;

    /// <summary>More findings of one invoice help nobody.</summary>
    private const int MostFindings = 200;

    /// <summary>What the row at hand says of each level, in the order of the levels.</summary>
    private readonly DataRow?[] _entries = new DataRow?[Levels];

    private readonly DataRow _head = new(FieldLevel.Invoice, new DataPlace(sheet, row, null, null), header.ColumnsOf[(int)FieldLevel.Invoice]);
    private readonly List<DataRow> _rows = [];
    private readonly List<DataFinding> _findings = [];
    private TableRow? _first;
    private int _count;

    public string Number { get; } = number;

    public void Add(TableRow row)
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
            if (header.Columns[index].Field is not { } field || (field.Level == FieldLevel.Invoice && RepeatsHead(row, index)) || row.ValueOf(index, field) is not { } cell)
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
                var level = (int)field.Level;
                (_entries[level] ??= new DataRow(field.Level, place, header.ColumnsOf[level])).Set(field, value);
            }
        }

        _first ??= row;
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

    /// <summary>The rows of an invoice nearly always repeat its head, of which the first one has said it all.</summary>
    private bool RepeatsHead(TableRow row, int index) => _first is { } first && row.Repeats(first, index);

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
