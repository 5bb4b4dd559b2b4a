namespace Ksef.Mapping.Epp;

/// <summary>
/// The buyer: from the header, which holds what was so at the issue of the document. What the header lacks comes from the dictionary of contractors,
/// a tax number only when the name is still the same.
/// </summary>
internal static class EppBuyer
{
    private const int PrefixLength = 2;
    private const int NipLength = 10;

    private static readonly HashSet<string> EuPrefixes =
        ["AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "EL", "ES", "FI", "FR", "HR", "HU", "IE", "IT", "LT", "LU", "LV", "MT", "NL", "PT", "RO", "SE", "SI", "SK", "XI"];

    /// <summary>Fills in the buyer.</summary>
    public static void Write(EppDocument document, EppContractor? contractor, EppDocumentFacts? facts, DataRow head)
    {
        var fields = document.Fields;
        var card = contractor is null ? null : new EppFields(contractor.Record, EppDictionaryNames.Contractors, document.Findings);
        var name = First(fields, EppHeader.BuyerName, EppHeader.BuyerShortName) ?? (card is null ? null : First(card, EppContractor.Name, EppContractor.ShortName));
        if (name is { } value)
        {
            head.Set(BuyerFields.Name, value);
        }

        var country = WriteAddress(fields, card, head);
        WriteTaxNumber(TaxNumber(fields, card, facts), country, head);
    }

    /// <summary>Whether the buyer is a taxpayer of another country of the EU, by what the header says.</summary>
    public static bool IsOfEu(EppDocument document) =>
        EuPrefixes.Contains(document.Header[EppHeader.CountryPrefix.Number]) || EuPrefixes.Contains(PrefixOf(Bare(document.Header[EppHeader.BuyerTaxNumber.Number])));

    private static string WriteAddress(EppFields fields, EppFields? card, DataRow head)
    {
        var has = First(fields, EppHeader.BuyerCity, EppHeader.BuyerPostcode, EppHeader.BuyerStreet) is not null;
        var source = has || card is null ? fields : card;
        var own = ReferenceEquals(source, fields);
        source.CopyText(own ? EppHeader.BuyerStreet : EppContractor.Street, head, BuyerFields.Street);
        source.CopyText(own ? EppHeader.BuyerPostcode : EppContractor.Postcode, head, BuyerFields.Postcode);
        source.CopyText(own ? EppHeader.BuyerCity : EppContractor.City, head, BuyerFields.City);

        var country = First(fields, EppHeader.CountryPrefix, EppHeader.Country)
            ?? (card is null ? null : First(card, EppContractor.IsoCode, EppContractor.CountryPrefix, EppContractor.Country));
        if (country is not { } value)
        {
            return string.Empty;
        }

        var code = CountryOf(value.Shown);
        head.Set(BuyerFields.Country, DataValue.OfText(code, value.Place));
        return code;
    }

    private static DataValue? TaxNumber(EppFields fields, EppFields? card, EppDocumentFacts? facts)
    {
        if (First(fields, EppHeader.BuyerTaxNumber) is { } number)
        {
            return number;
        }

        if (facts?.BuyerNip is { } nip)
        {
            return nip;
        }

        var same = card is not null && (fields.Text(EppHeader.BuyerName).Length == 0 || fields.Text(EppHeader.BuyerName) == card.Text(EppContractor.Name));
        return same ? First(card!, EppContractor.TaxNumber) : null;
    }

    private static void WriteTaxNumber(DataValue? number, string country, DataRow head)
    {
        if (number is not { } value)
        {
            head.Set(BuyerFields.NoId, DataValue.OfFlag(true, head.Place));
            return;
        }

        var bare = Bare(value.Shown);
        var prefix = PrefixOf(bare);
        if (prefix == "PL" || (prefix.Length == 0 && country is "PL" or "" && bare.Length == NipLength && bare.All(char.IsAsciiDigit)))
        {
            head.Set(BuyerFields.Nip, DataValue.OfText(prefix.Length == 0 ? bare : bare[PrefixLength..], value.Place));
        }
        else if (EuPrefixes.Contains(prefix))
        {
            head.Set(BuyerFields.EuCountry, DataValue.OfText(prefix, value.Place));
            head.Set(BuyerFields.EuNumber, DataValue.OfText(bare[PrefixLength..], value.Place));
        }
        else if (prefix.Length == 0 && EuPrefixes.Contains(EuPrefixOf(country)))
        {
            head.Set(BuyerFields.EuCountry, DataValue.OfText(EuPrefixOf(country), value.Place));
            head.Set(BuyerFields.EuNumber, DataValue.OfText(bare, value.Place));
        }
        else if (country is "PL" or "")
        {
            head.Set(BuyerFields.Nip, DataValue.OfText(bare, value.Place));
        }
        else
        {
            head.Set(BuyerFields.OtherId, value);
            head.Set(BuyerFields.OtherIdCountry, DataValue.OfText(country, value.Place));
        }
    }

    private static DataValue? First(EppFields fields, params ReadOnlySpan<EppPosition> positions)
    {
        foreach (var position in positions)
        {
            if (fields.Text(position).Length > 0)
            {
                return DataValue.OfText(fields.Text(position), fields.At(position));
            }
        }

        return null;
    }

    private static string Bare(string number) => number.AsSpan().ContainsAny('-', ' ', '.') ? string.Concat(number.Where(character => character is not ('-' or ' ' or '.'))) : number;

    private static string PrefixOf(string bare) =>
        bare.Length > PrefixLength && char.IsAsciiLetter(bare[0]) && char.IsAsciiLetter(bare[1]) ? bare[..PrefixLength].ToUpperInvariant() : string.Empty;

    /// <summary>The country of a prefix or of a word; only the word that every program writes is known here, others are for the company's mapping.</summary>
    private static string CountryOf(string word) => word switch
    {
        "EL" => "GR",
        "XI" => "GB",
        _ when word.Equals("Polska", StringComparison.OrdinalIgnoreCase) => "PL",
        _ => word,
    };

    private static string EuPrefixOf(string country) => country == "GR" ? "EL" : country;
}
