using System.Globalization;
using System.Xml.Schema;

namespace Ksef.Invoices.Structure;

/// <summary>Explains why a date, or a date with a time, breaks its type.</summary>
internal static class DateDiagnosis
{
    /// <summary>How dates are written in Poland and by programs. Day and month are in this order wherever a point or a dash stands between them.</summary>
    private static readonly string[] Usual =
        ["d.M.yyyy", "d-M-yyyy", "yyyy.M.d", "yyyy/M/d", "yyyy-M-d", "yyyyMMdd", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-ddzzz", "yyyy-MM-dd'Z'"];

    public static Finding Explain(XmlSchemaType type, Facets facets, string value, Words field, Location location)
    {
        var isDate = type.TypeCode == XmlTypeCode.Date
            ? DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            : value.Contains('T', StringComparison.Ordinal) && DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _);
        if (isDate && facets.Range is { } range)
        {
            return StructureFindings.DateRange.At(location, ("field", field), ("value", Quote.Of(value)), ("range", range));
        }

        return type.TypeCode == XmlTypeCode.Date
            ? StructureFindings.Date.At(location, ("field", field), ("value", Quote.Of(value)), ("hint", Hint(type, value)))
            : StructureFindings.DateAndTime.At(location, ("field", field), ("value", Quote.Of(value)));
    }

    private static Words Hint(XmlSchemaType type, string value) =>
        DateTimeOffset.TryParseExact(value, Usual, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var meant)
        && meant.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) is var date && ValueDiagnosis.IsValid(type, date)
            ? Hints.Meant(date)
            : Hints.None;
}
