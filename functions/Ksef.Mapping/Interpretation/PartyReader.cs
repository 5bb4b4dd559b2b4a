using Ksef.Mapping.Exact;
using Ksef.Mapping.Simple;

namespace Ksef.Mapping.Interpretation;

/// <summary>Reads what the buyer and third parties have in common: country and address.</summary>
internal static class PartyReader
{
    /// <summary>The fields of an address.</summary>
    internal readonly record struct AddressFields(SimpleField Line1, SimpleField Line2, SimpleField Street, SimpleField Postcode, SimpleField City, SimpleField Country);

    public static string? Country(RowReader row, SimpleField field)
    {
        if (row.Raw(field) is not { } value)
        {
            return null;
        }

        var country = Countries.Find(value.Shown);
        if (country is null)
        {
            row.Report(ValueFindings.WrongCountry, field, value);
        }

        return country;
    }

    /// <summary>The address; none when the data gives no line of it.</summary>
    public static SimpleAddress? Address(RowReader row, AddressFields fields, string country, string? gln = null)
    {
        var (line1, line2) = (row.Text(fields.Line1), row.Text(fields.Line2));
        var place = Joined(row.Text(fields.Postcode), row.Text(fields.City));
        var street = row.Text(fields.Street);
        if (line1 is null)
        {
            (line1, line2) = street is null ? (place ?? line2, place is null ? null : line2) : (street, Joined(place, line2));
        }

        return line1 is null ? null : new SimpleAddress(country, line1, line2, gln);
    }

    public static string? Nip(RowReader row, SimpleField field)
    {
        if (row.Raw(field) is not { } value)
        {
            return null;
        }

        var nip = Identifiers.NipOf(value.Shown);
        if (nip is null)
        {
            row.Report(ValueFindings.WrongNip, field, value);
        }

        return nip;
    }

    /// <summary>A number of any country: a NIP, or an EU number by its prefix.</summary>
    /// <param name="row">The row.</param>
    /// <param name="field">Where the number stands.</param>
    /// <param name="country">Country of the party, where the data gives one.</param>
    /// <param name="other">The field to name for numbers of other sorts.</param>
    public static PartyId? AnyNumber(RowReader row, SimpleField field, string? country, SimpleField other)
    {
        if (row.Raw(field) is not { } value)
        {
            return null;
        }

        var compact = Identifiers.Compact(value.Shown).ToUpperInvariant();
        var prefix = compact.Length > 2 && compact[..2].All(char.IsAsciiLetterUpper) ? compact[..2] : null;
        if (prefix == "GR")
        {
            prefix = "EL";
        }

        if (prefix is not null and not "PL" && Countries.IsEuPrefix(prefix) && EuNumber.IsPlausible(compact[2..]))
        {
            return new PartyId(PartyIdKind.Eu, compact[2..], prefix);
        }

        var isForeign = country is not (null or "PL");
        if (!isForeign && Identifiers.NipOf(value.Shown) is { } nip)
        {
            return new PartyId(PartyIdKind.Nip, nip);
        }

        var euCountry = country == "GR" ? "EL" : country;
        if (isForeign && prefix is null && Countries.IsEuPrefix(euCountry!) && EuNumber.IsPlausible(compact))
        {
            return new PartyId(PartyIdKind.Eu, compact, euCountry);
        }

        if (isForeign && compact.Length is > 0 and <= 50)
        {
            return new PartyId(PartyIdKind.Other, compact, country);
        }

        row.Report(compact.Length == 10 && prefix is null ? ValueFindings.WrongNip : ValueFindings.WrongTaxNumber, field, value, ("other", RowReader.NameOf(other)));
        return null;
    }

    private static string? Joined(string? first, string? second) => (first, second) switch
    {
        (null, _) => second,
        (_, null) => first,
        _ => $"{first} {second}",
    };
}
