namespace Ksef.Mapping.Tables;

/// <summary>Divides rows among invoices by their numbers. What cannot be assigned stops every invoice that it may belong to.</summary>
internal sealed class RowGrouping(string? sheet, IReadOnlyDictionary<string, int> scattered)
{
    private const int MostHeld = 100;

    private readonly List<(string? Number, DataFinding Finding)> _held = [];
    private InvoiceRows? _current;

    /// <summary>Takes a row.</summary>
    /// <returns>The invoice that it completes by beginning another one.</returns>
    public IReadOnlyList<DataItem> Add(TableRow row, TableHeader header)
    {
        var number = ScatteredNumbers.NumberOf(row, header);
        if (row.LosesRest)
        {
            // What is lost may be whole invoices: the file itself must say so.
            _held.Add((null, row.Mistake!));
            return [new FileFinding(row.Mistake!)];
        }

        // Nothing stands before the first column that could have moved its cell.
        if (number is null || (row.Mistake is not null && header.NumberIndex > 0))
        {
            Hold(number, row.Mistake ?? MeaningFindings.RowWithoutInvoice.At(new DataPlace(sheet, row.Row, null, null)));
            return [];
        }

        Assign(number);
        IReadOnlyList<DataItem> complete = [];
        if (number != _current?.Number)
        {
            complete = Complete();
            _current = Begin(number, row.Row, header);
            Assign(null);
        }

        if (row.Mistake is { } mistake)
        {
            _current.Add(mistake);
        }
        else
        {
            _current.Add(row);
        }

        return complete;
    }

    public IReadOnlyList<DataItem> End()
    {
        if (_current is not null)
        {
            Assign(null);
            return Complete();
        }

        return [.. _held.Select(held => new FileFinding(held.Finding))];
    }

    /// <summary>Gives the findings in between to the invoice before them, unless they name the one that follows; those stay for it.</summary>
    private void Assign(string? next)
    {
        if (_held.Count > 0)
        {
            AssignHeld(next);
        }
    }

    private void AssignHeld(string? next)
    {
        foreach (var (number, finding) in _held)
        {
            if (_current is not null && (next is null || number is null || number != next || number == _current.Number))
            {
                _current.Add(finding);
            }
        }

        // Where neither neighbour is named, the row may be a line of either.
        _held.RemoveAll(held => _current is not null && (next is null || next == _current.Number || held.Number == _current.Number));
    }

    /// <summary>Where very many rows in a row belong to nobody, the first ones tell why.</summary>
    private void Hold(string? number, DataFinding finding)
    {
        if (_held.Count < MostHeld)
        {
            _held.Add((number, finding));
        }
    }

    private InvoiceRows Begin(string number, int row, TableHeader header)
    {
        var invoice = new InvoiceRows(number, sheet, row, header);
        if (scattered.TryGetValue(number, out var again))
        {
            invoice.Add(TableFindings.RowsApart.At(new DataPlace(sheet, row, null, null), ("number", number), ("place", PlaceWords.Of(new DataPlace(sheet, again, null, null)))));
        }

        return invoice;
    }

    private IReadOnlyList<DataItem> Complete() => _current is { } invoice ? [invoice.ToInvoice()] : [];
}
