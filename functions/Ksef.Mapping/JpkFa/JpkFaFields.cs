using System.Globalization;
using Ksef.Invoices;
using Ksef.Mapping.Reading;

namespace Ksef.Mapping.JpkFa;

/// <summary>Takes typed values out of a record. A value that is not of its field's type is a finding, never an empty or another value.</summary>
internal sealed class JpkFaFields(JpkFaRecord record, ICollection<DataFinding> findings)
{
    /// <summary>The record as a whole.</summary>
    public DataPlace Place => new(record.Element, record.Line, null, null);

    /// <summary>What stands in a field; empty when it is not there.</summary>
    public string Text(string name) => record[name];

    /// <summary>Where a field stands.</summary>
    public DataPlace At(string name)
    {
        foreach (var field in record.Fields)
        {
            if (field.Name == name)
            {
                return new DataPlace(record.Element, field.Line, null, name);
            }
        }

        return new DataPlace(record.Element, record.Line, null, name);
    }

    /// <summary>Reports fields that the schema does not have or that come twice.</summary>
    public void CheckNames()
    {
        var known = JpkFaSchema.FieldsOf(record.Element);
        var seen = new HashSet<string>();
        foreach (var field in record.Fields)
        {
            var place = new DataPlace(record.Element, field.Line, null, field.Name);
            if (!known.Contains(field.Name))
            {
                findings.Add(JpkFaFindings.UnknownField.At(place, ("field", field.Name), ("parent", record.Element)));
            }
            else if (!seen.Add(field.Name) && !JpkFaSchema.Addable.Contains(field.Name))
            {
                findings.Add(JpkFaFindings.FieldTwice.At(place, ("field", field.Name), ("parent", record.Element)));
            }
        }
    }

    /// <summary>The number of a field, or the sum of them where it comes more than once; <see langword="null"/> when there is none.</summary>
    public decimal? Number(string name)
    {
        decimal? sum = null;
        foreach (var field in record.Fields)
        {
            if (field.Name != name || field.Text.Length == 0)
            {
                continue;
            }

            if (!PlainNumbers.TryRead(field.Text, out var number))
            {
                Wrong(field, JpkFaFindings.NotANumber);
                return null;
            }

            sum = (sum ?? 0) + number;
        }

        return sum;
    }

    /// <summary>The flag of a field; no when it is not there, as programs leave it out.</summary>
    public bool Flag(string name)
    {
        var text = record[name];
        if (text is not ("" or "true" or "false" or "1" or "0"))
        {
            Wrong(new JpkFaField(name, text, At(name).Row ?? 0), JpkFaFindings.NoSuchCode);
        }

        return text is "true" or "1";
    }

    /// <summary>Copies a text.</summary>
    public void CopyText(string name, DataRow row, SimpleField field) => row.Set(field, DataValue.OfText(Text(name), At(name)));

    /// <summary>Copies a number.</summary>
    public void CopyNumber(string name, DataRow row, SimpleField field)
    {
        if (Number(name) is { } number)
        {
            row.Set(field, DataValue.OfNumber(number, At(name)));
        }
    }

    /// <summary>Copies a date.</summary>
    public void CopyDate(string name, DataRow row, SimpleField field)
    {
        if (Text(name).Length == 0)
        {
            return;
        }

        if (DateOnly.TryParseExact(Text(name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            row.Set(field, DataValue.OfDate(date, At(name)));
        }
        else
        {
            Wrong(new JpkFaField(name, Text(name), At(name).Row ?? 0), JpkFaFindings.NotADate);
        }
    }

    /// <summary>Copies a flag that is set.</summary>
    public void CopyFlag(string name, DataRow row, SimpleField field)
    {
        if (Flag(name))
        {
            row.Set(field, DataValue.OfFlag(true, At(name)));
        }
    }

    /// <summary>Reports a value that the schema does not allow.</summary>
    public void Refuse(string name) => Wrong(new JpkFaField(name, Text(name), At(name).Row ?? 0), JpkFaFindings.NoSuchCode);

    private void Wrong(JpkFaField field, FindingDefinition definition) =>
        findings.Add(definition.At(DataValue.OfText(field.Text, new DataPlace(record.Element, field.Line, null, field.Name)), ("field", field.Name)));
}
