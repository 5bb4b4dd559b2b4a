using System.Globalization;
using System.Xml.Schema;

namespace Ksef.Invoices.Grammar;

/// <summary>
/// Tests that take the usual spelling of right values, beside the patterns of their types. Other spellings that the schema allows
/// (leading zeros, a plus, a time zone, spaces around) are left to it.
/// </summary>
internal static class ValueForm
{
    /// <summary>Digits that .NET keeps of any number.</summary>
    private const int MostDigits = 28;

    private const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    /// <summary>The test for values of a type; none for the less usual types.</summary>
    public static Func<string, bool>? Of(XmlTypeCode type, TypeFacets facets)
    {
        if (facets.Codes is { } codes)
        {
            return codes.Contains;
        }

        return type switch
        {
            XmlTypeCode.Decimal => Number(facets, facets.AtMost<XmlSchemaFractionDigitsFacet>(MostDigits)),
            XmlTypeCode.Integer => Number(facets, mostDecimals: 0),
            XmlTypeCode.NonNegativeInteger when Number(facets, mostDecimals: 0) is var isNumber => value => isNumber(value) && !value.StartsWith('-'),
            XmlTypeCode.Date => Date(facets),
            XmlTypeCode.String or XmlTypeCode.NormalizedString or XmlTypeCode.Token => Text(facets),
            _ => null,
        };
    }

    private static Func<string, bool> Text(TypeFacets facets)
    {
        var exact = facets.Values<XmlSchemaLengthFacet>().Select(int.Parse).ToList();
        var most = exact.Append(facets.AtMost<XmlSchemaMaxLengthFacet>(int.MaxValue)).Min();
        var least = exact.Concat(facets.Values<XmlSchemaMinLengthFacet>().Select(int.Parse)).Append(0).Max();
        return value => value.Length >= least && value.Length <= most && IsCollapsed(value);
    }

    /// <summary>Whether white space is single spaces between words, as which every type takes it.</summary>
    private static bool IsCollapsed(string value) =>
        value.AsSpan().IndexOfAny('\t', '\n', '\r') < 0 && !value.StartsWith(' ') && !value.EndsWith(' ') && !value.Contains("  ", StringComparison.Ordinal);

    private static Func<string, bool> Number(TypeFacets facets, int mostDecimals)
    {
        var mostDigits = facets.AtMost<XmlSchemaTotalDigitsFacet>(MostDigits);
        var bounds = new ValueBounds<decimal>(facets, text => decimal.Parse(text, Plain, CultureInfo.InvariantCulture));
        return value => IsNumber(value, mostDigits, mostDecimals)
            && (!bounds.AreAny || bounds.Contain(decimal.Parse(value, Plain, CultureInfo.InvariantCulture)));
    }

    private static bool IsNumber(ReadOnlySpan<char> value, int mostDigits, int mostDecimals)
    {
        var number = value is ['-', ..] ? value[1..] : value;
        var point = number.IndexOf('.');
        var whole = point < 0 ? number : number[..point];
        var fraction = point < 0 ? default : number[(point + 1)..];
        return !whole.IsEmpty && fraction.IsEmpty == (point < 0)
            && whole.Length + fraction.Length <= mostDigits && fraction.Length <= mostDecimals
            && !whole.ContainsAnyExceptInRange('0', '9') && !fraction.ContainsAnyExceptInRange('0', '9');
    }

    private static Func<string, bool> Date(TypeFacets facets)
    {
        var bounds = new ValueBounds<DateOnly>(facets, text => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture));
        return value => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && bounds.Contain(date);
    }
}
