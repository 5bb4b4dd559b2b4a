using System.Globalization;
using Ksef.Invoices;
using Ksef.Mapping.Reading;

namespace Ksef.Mapping.Optima;

/// <summary>Takes typed values out of an element. A value that is not of its field's type is a finding, never an empty or another value.</summary>
internal sealed class OptimaFields(OptimaElement element, ICollection<DataFinding> findings)
{
    /// <summary>The element as a whole.</summary>
    public DataPlace Place => new(element.Name, element.Line, null, null);

    /// <summary>What stands at a path; empty when nothing does.</summary>
    public string Text(string path) => element.Find(path)?.Text ?? string.Empty;

    /// <summary>Where a path is.</summary>
    public DataPlace At(string path) => new(element.Name, element.Find(path)?.Line ?? element.Line, null, path);

    /// <summary>The number at a path; <see langword="null"/> when there is none.</summary>
    public decimal? Number(string path)
    {
        var text = Text(path);
        if (text.Length == 0)
        {
            return null;
        }

        if (PlainNumbers.TryRead(text, out var number))
        {
            return number;
        }

        Wrong(path, JpkFaFindings.NotANumber);
        return null;
    }

    /// <summary>Whether the mark at a path is set.</summary>
    public bool Flag(string path)
    {
        if (Text(path) is not ("" or "0" or "1"))
        {
            Wrong(path, JpkFaFindings.NoSuchCode);
        }

        return Text(path) == "1";
    }

    /// <summary>Copies a text.</summary>
    public void CopyText(string path, DataRow row, SimpleField field) => row.Set(field, DataValue.OfText(Text(path), At(path)));

    /// <summary>Copies a number.</summary>
    public void CopyNumber(string path, DataRow row, SimpleField field)
    {
        if (Number(path) is { } number)
        {
            row.Set(field, DataValue.OfNumber(number, At(path), Text(path)));
        }
    }

    /// <summary>Copies a date, which may have a time behind it.</summary>
    public void CopyDate(string path, DataRow row, SimpleField field)
    {
        var text = Text(path);
        if (text.Length == 0)
        {
            return;
        }

        if (DateTime.TryParseExact(text, ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            row.Set(field, DataValue.OfDate(DateOnly.FromDateTime(date), At(path), text));
        }
        else
        {
            Wrong(path, JpkFaFindings.NotADate);
        }
    }

    /// <summary>Reports a value that the format does not have.</summary>
    public void Refuse(string path) => Wrong(path, JpkFaFindings.NoSuchCode);

    private void Wrong(string path, FindingDefinition definition) => findings.Add(definition.At(DataValue.OfText(Text(path), At(path)), ("field", path)));
}
