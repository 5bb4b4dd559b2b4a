namespace Ksef.Mapping.JpkFa;

/// <summary>Seller and buyer of an invoice. Addresses are one line without a country.</summary>
internal static class JpkFaBuyer
{
    private const string Poland = "PL";
    private const int NipLength = 10;

    private static readonly HashSet<string> EuPrefixes =
        ["AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "EL", "ES", "FI", "FR", "HR", "HU", "IE", "IT", "LT", "LU", "LV", "MT", "NL", "PT", "RO", "SE", "SI", "SK", "XI"];

    /// <summary>Fills in both.</summary>
    public static void Write(JpkFaFields fields, JpkFaField? sellerNip, DataRow head)
    {
        fields.CopyText("P_3A", head, BuyerFields.Name);
        fields.CopyText("P_3B", head, BuyerFields.Address1);
        WriteSeller(fields, sellerNip, head);
        if (BuyerInSellersPlace(fields))
        {
            WriteNumber(fields.Text("P_3C"), fields.Text("P_3D"), fields.At("P_3D"), head);
        }
        else
        {
            fields.CopyText("P_3C", head, SellerFields.Name);
            fields.CopyText("P_3D", head, SellerFields.Address1);
            WriteNumber(fields.Text("P_5A"), fields.Text("P_5B"), fields.At("P_5B"), head);
        }
    }

    /// <summary>Whether the buyer has a number of another country of the EU.</summary>
    public static bool IsOfEu(DataRow head) => head[BuyerFields.EuNumber] is not null;

    private static void WriteSeller(JpkFaFields fields, JpkFaField? sellerNip, DataRow head)
    {
        fields.CopyText("P_4B", head, SellerFields.Nip);
        if (fields.Text("P_4B").Length == 0 && sellerNip is { } nip)
        {
            head.Set(SellerFields.Nip, DataValue.OfText(nip.Text, new DataPlace(JpkFaSchema.Seller, nip.Line, null, nip.Name)));
        }

        if (fields.Text("P_4A") == Poland)
        {
            head.Set(SellerFields.EuPrefix, DataValue.OfFlag(true, fields.At("P_4A")));
        }
    }

    /// <summary>Some programs put the buyer's country and number where the seller's name and address belong.</summary>
    private static bool BuyerInSellersPlace(JpkFaFields fields) =>
        fields.Text("P_5B").Length == 0 && fields.Text("P_3C") is [>= 'A' and <= 'Z', >= 'A' and <= 'Z'] && Bare(fields.Text("P_3D")).Any(char.IsAsciiDigit)
            && Bare(fields.Text("P_3D")).All(char.IsAsciiLetterOrDigit);

    private static void WriteNumber(string prefix, string written, DataPlace place, DataRow head)
    {
        var bare = Bare(written);
        if (bare.Length == 0)
        {
            head.Set(BuyerFields.NoId, DataValue.OfFlag(true, head.Place));
            return;
        }

        // PL is what some programs write for everybody, with the right prefix in the number itself.
        var own = bare.Length > 2 && EuPrefixes.Contains(bare[..2]) ? bare[..2] : string.Empty;
        if (own.Length > 0 && prefix is "" or Poland || own == prefix && own.Length > 0)
        {
            WriteEu(own, bare[2..], place, head);
        }
        else if (EuPrefixes.Contains(prefix))
        {
            WriteEu(prefix, bare, place, head);
        }
        else if (prefix is "" or Poland)
        {
            WriteNip(bare, place, head);
        }
        else
        {
            head.Set(BuyerFields.OtherId, DataValue.OfText(written, place));
            head.Set(BuyerFields.OtherIdCountry, DataValue.OfText(prefix, place));
            head.Set(BuyerFields.Country, DataValue.OfText(prefix, place));
        }
    }

    private static void WriteEu(string prefix, string number, DataPlace place, DataRow head)
    {
        head.Set(BuyerFields.EuCountry, DataValue.OfText(prefix, place));
        head.Set(BuyerFields.EuNumber, DataValue.OfText(number, place));
        head.Set(BuyerFields.Country, DataValue.OfText(prefix == "EL" ? "GR" : prefix == "XI" ? "GB" : prefix, place));
    }

    private static void WriteNip(string bare, DataPlace place, DataRow head)
    {
        var digits = bare.StartsWith(Poland, StringComparison.Ordinal) ? bare[Poland.Length..] : bare;
        if (digits.Length == NipLength && digits.All(char.IsAsciiDigit))
        {
            head.Set(BuyerFields.Nip, DataValue.OfText(digits, place));
            head.Set(BuyerFields.Country, DataValue.OfText(Poland, place));
        }
        else
        {
            head.Set(BuyerFields.TaxNumber, DataValue.OfText(bare, place));
        }
    }

    private static string Bare(string number) => string.Concat(number.Where(character => character is not ('-' or ' ' or '.')));
}
