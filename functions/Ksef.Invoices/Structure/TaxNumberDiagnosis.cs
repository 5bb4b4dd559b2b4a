namespace Ksef.Invoices.Structure;

/// <summary>Explains what stands in the place of a NIP: one with dashes or a prefix, or the VAT number of another country.</summary>
internal static class TaxNumberDiagnosis
{
    /// <summary>EU VAT prefixes and the United Kingdom's for Northern Ireland, without Poland's.</summary>
    private static readonly HashSet<string> Prefixes =
    [
        "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "EL", "ES", "FI", "FR", "HR", "HU", "IE", "IT", "LT", "LU", "LV", "MT", "NL", "PT", "RO", "SE", "SI", "SK", "XI",
    ];

    /// <param name="type">The type of the NIP.</param>
    /// <param name="value">What stands there.</param>
    /// <param name="takesEuNumber">Whether KodUE and NrVatUE may stand in the NIP's place.</param>
    /// <param name="field">The field.</param>
    /// <param name="location">Where it stands.</param>
    public static Finding Explain(System.Xml.Schema.XmlSchemaType type, string value, bool takesEuNumber, Words field, Location location)
    {
        var compact = string.Concat(value.Where(char.IsLetterOrDigit)).ToUpperInvariant();
        if (takesEuNumber && compact.Length is > 3 and <= 14 && Prefixes.Contains(compact[..2]) && compact.AsSpan(2).ContainsAnyInRange('0', '9'))
        {
            return StructureFindings.EuNumber.At(location, ("field", field), ("value", Quote.Of(value)), ("prefix", compact[..2]), ("number", compact[2..]));
        }

        var digits = compact.StartsWith("PL", StringComparison.Ordinal) ? compact[2..] : compact;
        return StructureFindings.NipForm.At(
            location, ("field", field), ("value", Quote.Of(value)), ("hint", ValueDiagnosis.IsValid(type, digits) ? Hints.Meant(digits) : Hints.None));
    }
}
