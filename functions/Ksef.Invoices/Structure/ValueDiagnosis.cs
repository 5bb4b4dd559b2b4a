using System.Globalization;
using System.Xml;
using System.Xml.Schema;

namespace Ksef.Invoices.Structure;

/// <summary>Explains why a value breaks its type.</summary>
internal static class ValueDiagnosis
{
    private const int ValuesToList = 15;

    public static Finding Explain(XmlSchemaType type, string value, string? fixedValue, Words field, Location location)
    {
        var facets = Facets.Of(type);
        var trimmed = value.Trim();
        var quoted = Quote.Of(trimmed);
        if (fixedValue is not null)
        {
            return StructureFindings.ValueNotAllowed.At(location, ("field", field), ("value", quoted), ("allowed", fixedValue));
        }

        if (trimmed.Length == 0)
        {
            return StructureFindings.EmptyValue.At(location, ("field", field));
        }

        if (trimmed != value && IsValid(type, trimmed))
        {
            return StructureFindings.Spaces.At(location, ("field", field), ("value", quoted));
        }

        if (facets.TypeNames.Contains("TNrNIP"))
        {
            return StructureFindings.NipForm.At(location, ("value", quoted));
        }

        if (facets.Enumeration.Count > 0)
        {
            return StructureFindings.ValueNotAllowed.At(location, ("field", field), ("value", quoted), ("allowed", Listed(facets.Enumeration)));
        }

        return type.TypeCode switch
        {
            XmlTypeCode.Date => Date(StructureFindings.Date, facets, type, trimmed, field, location),
            XmlTypeCode.DateTime => Date(StructureFindings.DateAndTime, facets, type, trimmed, field, location),
            _ when facets.IsNumber => Number(facets, trimmed, field, location),
            _ => Text(facets, trimmed, field, location),
        };
    }

    private static Finding Date(FindingDefinition form, Facets facets, XmlSchemaType type, string value, Words field, Location location)
    {
        var isDate = type.TypeCode == XmlTypeCode.Date
            ? DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            : value.Contains('T', StringComparison.Ordinal) && DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _);
        return isDate && facets.Range is { } range
            ? StructureFindings.DateRange.At(location, ("field", field), ("value", Quote.Of(value)), ("range", range))
            : form.At(location, ("field", field), ("value", Quote.Of(value)));
    }

    private static Finding Number(Facets facets, string value, Words field, Location location)
    {
        const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        var isPlain = decimal.TryParse(value, Plain, CultureInfo.InvariantCulture, out var number)
            && value == value.TrimStart('+') && !HasNeedlessZero(value);
        if (!isPlain)
        {
            return StructureFindings.Number.At(location, ("field", field), ("value", Quote.Of(value)));
        }

        if (facets.FractionDigits is { } digits && number.Scale > digits)
        {
            return StructureFindings.Decimals.At(
                location, ("field", field), ("value", Quote.Of(value)), ("limit", digits.ToString(CultureInfo.InvariantCulture)));
        }

        return facets.Range is { } range
            ? StructureFindings.NumberRange.At(location, ("field", field), ("value", Quote.Of(value)), ("range", range))
            : StructureFindings.Number.At(location, ("field", field), ("value", Quote.Of(value)));
    }

    private static Finding Text(Facets facets, string value, Words field, Location location)
    {
        var length = value.Length.ToString(CultureInfo.InvariantCulture);
        if (facets.MaxLength < value.Length)
        {
            return StructureFindings.TooLong.At(
                location, ("field", field), ("length", length), ("limit", facets.MaxLength.Value.ToString(CultureInfo.InvariantCulture)));
        }

        return facets.MinLength > value.Length
            ? StructureFindings.TooShort.At(
                location, ("field", field), ("length", length), ("limit", facets.MinLength.Value.ToString(CultureInfo.InvariantCulture)))
            : StructureFindings.Form.At(location, ("field", field), ("value", Quote.Of(value)));
    }

    private static bool HasNeedlessZero(string value) =>
        value.TrimStart('-') is ['0', var next, ..] && char.IsAsciiDigit(next);

    private static bool IsValid(XmlSchemaType type, string value)
    {
        try
        {
            type.Datatype!.ParseValue(value, new NameTable(), null);
            return true;
        }
        catch (XmlSchemaException)
        {
            return false;
        }
    }

    private static string Listed(IReadOnlyList<string> values) =>
        string.Join(", ", values.Take(ValuesToList)) + (values.Count > ValuesToList ? ", …" : string.Empty);
}
