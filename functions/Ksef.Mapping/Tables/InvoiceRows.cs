using System.Globalization;

namespace Ksef.Mapping.Tables;

/// <summary>Puts the rows of one invoice together.</summary>
internal sealed class InvoiceRows(string number, string? sheet, int row)
{
    private static readonly FieldLevel[] Levels = [.. Enum.GetValues<FieldLevel>().Where(level => level != FieldLevel.Invoice)];

    /// <summary>FA(3) takes no more lines (FaWiersz, maxOccurs).</summary>
    private const int MostRows = 10_000;

    /// <summary>More findings of one invoice help nobody.</summary>
    private const int MostFindings = 200;

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
        Dictionary<FieldLevel, DataRow>? entries = null;
        var count = Math.Min(row.Cells.Count, header.Columns.Count);
        for (var index = 0; index < count; index++)
        {
            if (header.Columns[index].Field is not { } field || row.Cells[index] is not { } cell)
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
                entries ??= [];
                if (!entries.TryGetValue(field.Level, out var entry))
                {
                    entry = new DataRow(field.Level, place);
                    entries.Add(field.Level, entry);
                }

                entry.Set(field, value);
            }
        }

        if (entries is not null)
        {
            Add(entries);
        }
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

    private void Add(Dictionary<FieldLevel, DataRow> entries)
    {
        foreach (var level in Levels)
        {
            // A row that only repeats the original, the recipient or an advance beside a further line says nothing new.
            if (entries.TryGetValue(level, out var entry) && entry.Values.Count > 0 && (level == FieldLevel.Line || !_rows.Exists(earlier => IsSame(earlier, entry))))
            {
                _rows.Add(entry);
            }
        }
    }

    private static bool IsSame(DataRow one, DataRow other) =>
        one.Level == other.Level && one.Values.Count == other.Values.Count
        && one.Values.All(pair => other[pair.Key] is { } value && value.Shown == pair.Value.Shown);
}
