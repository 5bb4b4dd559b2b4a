using System.Globalization;
using System.Xml;
using System.Xml.Schema;

namespace Ksef.Invoices.Structure;

/// <summary>Explains why a value breaks its type.</summary>
internal static class ValueDiagnosis
{
    /// <summary>What XML takes for white space, which is less than .NET does.</summary>
    private static readonly char[] WhiteSpace = [' ', '\t', '\r', '\n'];

    private static readonly Words LeaveEmpty = new("zostaw je całkiem puste", "leave it quite empty");
    private static readonly Words FillIn = new("uzupełnij je albo, jeśli nie jest wymagane, pomiń", "fill it in or, where it is optional, leave it out");

    /// <param name="type">The type that it breaks.</param>
    /// <param name="value">The value as it stands in the file.</param>
    /// <param name="fixedValue">The only value that the schema allows, if it names one.</param>
    /// <param name="takesEuNumber">Whether an EU VAT number may stand in this field's place.</param>
    /// <param name="field">The field.</param>
    /// <param name="location">Where it stands.</param>
    public static Finding Explain(XmlSchemaType type, string value, string? fixedValue, bool takesEuNumber, Words field, Location location)
    {
        var facets = Facets.Of(type);
        var trimmed = value.Trim(WhiteSpace);
        if (fixedValue is not null)
        {
            return StructureFindings.ValueNotAllowed.At(location, ("field", field), ("value", Quote.Of(trimmed)), ("hint", Hints.None), ("allowed", fixedValue));
        }

        if (string.IsNullOrWhiteSpace(InvisibleCharacter.RemovedFrom(value)))
        {
            return value.Length == 0
                ? StructureFindings.EmptyValue.At(location, ("field", field))
                : StructureFindings.OnlySpaces.At(location, ("field", field), ("advice", IsValid(type, string.Empty) ? LeaveEmpty : FillIn));
        }

        if (trimmed != value && IsValid(type, trimmed))
        {
            return StructureFindings.Spaces.At(location, ("field", field), ("value", Quote.Of(trimmed)));
        }

        if (InvisibleCharacter.First(value) is { } invisible && IsValid(type, InvisibleCharacter.RemovedFrom(value).Trim(WhiteSpace)))
        {
            return StructureFindings.InvisibleInValue.At(location, ("field", field), ("value", Quote.Of(trimmed)), ("character", invisible));
        }

        if (facets.TypeNames.Contains("TNrNIP"))
        {
            return TaxNumberDiagnosis.Explain(type, trimmed, takesEuNumber, field, location);
        }

        if (facets.Enumeration.Count > 0)
        {
            return StructureFindings.ValueNotAllowed.At(
                location, ("field", field), ("value", Quote.Of(trimmed)), ("hint", CodeListWords.Hint(trimmed, facets)), ("allowed", CodeListWords.Allowed(facets)));
        }

        return type.TypeCode switch
        {
            XmlTypeCode.Date or XmlTypeCode.DateTime => DateDiagnosis.Explain(type, facets, trimmed, field, location),
            _ when facets.IsNumber => NumberDiagnosis.Explain(type, facets, trimmed, field, location),
            _ => Text(facets, trimmed, field, location),
        };
    }

    /// <summary>Whether a value alone, without its neighbours, fits its type.</summary>
    public static bool IsValid(XmlSchemaType type, string value)
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
            : StructureFindings.Form.At(location, ("field", field), ("value", Quote.Of(value)), ("form", ValueForms.Of(facets)));
    }
}
