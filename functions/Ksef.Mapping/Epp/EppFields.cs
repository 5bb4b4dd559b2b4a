using Ksef.Mapping.Reading;

namespace Ksef.Mapping.Epp;

/// <summary>Takes typed values out of a record. A value that is not of its position's type is a finding, never an empty or another value.</summary>
/// <param name="record">The record.</param>
/// <param name="part">The section or dictionary in which it stands.</param>
/// <param name="findings">Takes what is found.</param>
internal sealed class EppFields(EppRecord record, string part, ICollection<DataFinding> findings)
{
    /// <summary>The record as a whole.</summary>
    public DataPlace Place => new(part, record.Line, null, null);

    /// <summary>Where a position stands.</summary>
    public DataPlace At(EppPosition position) => new(part, record.Line, position.Number, position.Name);

    /// <summary>The text of a position.</summary>
    public string Text(EppPosition position) => record[position.Number];

    /// <summary>The number of a position; <see langword="null"/> when it is empty or no number.</summary>
    public decimal? Number(EppPosition position)
    {
        var text = record[position.Number];
        if (text.Length == 0)
        {
            return null;
        }

        if (PlainNumbers.TryRead(text, out var number))
        {
            return number;
        }

        Wrong(position, EppFindings.NotANumber);
        return null;
    }

    /// <summary>The number of a position that must have one; zero, and a finding, when it has none.</summary>
    public decimal Needed(EppPosition position)
    {
        if (record[position.Number].Length == 0)
        {
            findings.Add(EppFindings.Empty.At(At(position), ("field", position.Name)));
        }

        return Number(position) ?? 0;
    }

    /// <summary>The day of a position; <see langword="null"/> when it is empty or no date.</summary>
    public DateOnly? Date(EppPosition position)
    {
        var text = record[position.Number];
        if (text.Length == 0)
        {
            return null;
        }

        if (EppDates.TryRead(text, out var date))
        {
            return date;
        }

        Wrong(position, EppFindings.NotADate);
        return null;
    }

    /// <summary>The flag of a position; no when it is empty.</summary>
    public bool Flag(EppPosition position)
    {
        if (record[position.Number] is not ("" or "0" or "1"))
        {
            Wrong(position, EppFindings.NoSuchCode);
        }

        return record[position.Number] == "1";
    }

    /// <summary>The whole number of a position; zero when it is empty.</summary>
    public int Whole(EppPosition position)
    {
        var number = Number(position) ?? 0;
        if (number is >= 0 and <= int.MaxValue && number == decimal.Truncate(number))
        {
            return (int)number;
        }

        Wrong(position, EppFindings.NotANumber);
        return 0;
    }

    /// <summary>Copies a text.</summary>
    public void CopyText(EppPosition position, DataRow row, SimpleField field) => row.Set(field, DataValue.OfText(Text(position), At(position)));

    /// <summary>Copies a number.</summary>
    public void CopyNumber(EppPosition position, DataRow row, SimpleField field)
    {
        if (Number(position) is { } number)
        {
            row.Set(field, ValueOf(number, position));
        }
    }

    /// <summary>Copies a price with all four decimals: they tell how exact it is.</summary>
    public void CopyPrice(EppPosition position, DataRow row, SimpleField field)
    {
        if (Number(position) is { } price)
        {
            row.Set(field, DataValue.OfNumber(price, At(position), Text(position)));
        }
    }

    /// <summary>Copies a date.</summary>
    public void CopyDate(EppPosition position, DataRow row, SimpleField field)
    {
        if (Date(position) is { } date)
        {
            row.Set(field, DataValue.OfDate(date, At(position), Text(position)));
        }
    }

    /// <summary>A number of this record, as the file shows it.</summary>
    public DataValue ValueOf(decimal number, EppPosition position) => DataValue.OfNumber(PlainNumbers.WithoutZeros(number), At(position), Text(position));

    private void Wrong(EppPosition position, Ksef.Invoices.FindingDefinition definition)
    {
        var value = DataValue.OfText(record[position.Number], At(position));
        findings.Add(definition.At(value, ("field", position.Name)));
    }
}
