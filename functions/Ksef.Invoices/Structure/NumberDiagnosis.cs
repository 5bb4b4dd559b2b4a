using System.Globalization;
using System.Xml.Schema;

namespace Ksef.Invoices.Structure;

/// <summary>Explains why a number breaks its type. Digits are counted, not parsed: a schema knows no largest number, and .NET does.</summary>
internal static class NumberDiagnosis
{
    /// <summary>Digits that .NET keeps of a number, where the schema sets no limit.</summary>
    private const int MostDigits = 28;

    private static readonly Words OwnFields = new(" Jednostka miary i waluta mają własne pola.", " Unit and currency have fields of their own.");

    public static Finding Explain(XmlSchemaType type, Facets facets, string value, Words field, Location location)
    {
        var number = value.StartsWith('-') ? value[1..] : value;
        var point = number.IndexOf('.', StringComparison.Ordinal);
        var (whole, fraction) = point < 0 ? (number, string.Empty) : (number[..point], number[(point + 1)..]);
        if (!IsDigits(whole) || (point >= 0 && !IsDigits(fraction)) || whole is ['0', _, ..])
        {
            return StructureFindings.Number.At(location, ("field", field), ("value", Quote.Of(value)), ("hint", Hint(type, value)));
        }

        if (facets.FractionDigits is { } decimals && fraction.Length > decimals)
        {
            return StructureFindings.Decimals.At(location, ("field", field), ("value", Quote.Of(value)), ("limit", Text(decimals)));
        }

        var mostWhole = facets.TotalDigits - (facets.FractionDigits ?? 0);
        if (whole.Length > mostWhole || whole.Length + fraction.Length > (facets.TotalDigits ?? MostDigits))
        {
            return StructureFindings.TooManyDigits.At(
                location, ("field", field), ("digits", Text(whole.Length + fraction.Length)), ("limit", Limit(facets, mostWhole)));
        }

        return facets.Range is { } range
            ? StructureFindings.NumberRange.At(location, ("field", field), ("value", Quote.Of(value)), ("range", range))
            : StructureFindings.Number.At(location, ("field", field), ("value", Quote.Of(value)), ("hint", Hint(type, value)));
    }

    private static Words Limit(Facets facets, int? mostWhole) => (mostWhole, facets.FractionDigits) switch
    {
        ({ } whole, > 0 and var fraction) => new Words($"{Text(whole)} przed kropką i {Text(fraction)} po niej", $"{Text(whole)} before the point and {Text(fraction)} after it"),
        ({ } whole, _) => Text(whole),
        _ => Text(MostDigits),
    };

    /// <summary>The number without what people add to it: spaces, a decimal comma, leading zeros, a unit or a currency.</summary>
    private static Words Hint(XmlSchemaType type, string value)
    {
        var plain = string.Concat(InvisibleCharacter.RemovedFrom(value).Where(character => !char.IsWhiteSpace(character)));
        var bare = plain.TrimEnd('.').TrimEnd([.. plain.Where(character => char.IsLetter(character) || character is '%' or '$' or '€')]).TrimEnd('.');
        var separator = bare.LastIndexOfAny([',', '.']);
        var whole = (separator < 0 ? bare : bare[..separator]).Replace(".", string.Empty, StringComparison.Ordinal).Replace(",", string.Empty, StringComparison.Ordinal);
        var sign = whole.StartsWith('-') ? "-" : string.Empty;
        var digits = whole.TrimStart('-', '+').TrimStart('0');
        var meant = sign + (digits.Length == 0 ? "0" : digits) + (separator < 0 ? string.Empty : "." + bare[(separator + 1)..]);
        if (whole.Length == 0 || !ValueDiagnosis.IsValid(type, meant))
        {
            return Hints.None;
        }

        var question = Hints.Meant(meant);
        return plain.Any(char.IsLetter) ? new Words(question.Pl + OwnFields.Pl, question.En + OwnFields.En) : question;
    }

    private static bool IsDigits(string text) => text.Length > 0 && text.All(char.IsAsciiDigit);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
