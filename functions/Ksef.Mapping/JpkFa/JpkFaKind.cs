namespace Ksef.Mapping.JpkFa;

/// <summary>The kind of an invoice: JPK_FA has three of FA(3)'s seven, and other fields tell the rest.</summary>
internal static class JpkFaKind
{
    /// <summary>Up to this amount, in zlotys, an invoice may name the buyer by NIP alone (art. 106e(5)(3) of the VAT Act).</summary>
    private const decimal SimplifiedLimit = 450;

    /// <summary>The kind in the words of FA(3).</summary>
    /// <param name="fields">The invoice.</param>
    /// <param name="hasOrder">Whether an order of the file belongs to it.</param>
    /// <returns>The kind; <see langword="null"/> when the file says one that the schema does not have.</returns>
    public static string? Of(JpkFaFields fields, bool hasOrder)
    {
        var settles = fields.Text("NrFaZaliczkowej").Length > 0;
        return fields.Text("RodzajFaktury") switch
        {
            "ZAL" => "ZAL",
            "KOREKTA" => Correction(settles, hasOrder),
            "VAT" => Usual(fields, settles),
            "" when fields.Text("NrFaKorygowanej").Length > 0 => Correction(settles, hasOrder),
            "" => hasOrder ? "ZAL" : Usual(fields, settles),
            _ => null,
        };
    }

    private static string Correction(bool settles, bool hasOrder) => hasOrder ? "KOR_ZAL" : settles ? "KOR_ROZ" : "KOR";

    private static string Usual(JpkFaFields fields, bool settles)
    {
        if (settles)
        {
            return "ROZ";
        }

        var isSimplified = fields.Text("P_3A").Length == 0 && fields.Text("P_3B").Length == 0 && fields.Text("P_5B").Length > 0
            && fields.Text("KodWaluty") is "" or "PLN" && fields.Number("P_15") <= SimplifiedLimit;
        return isSimplified ? "UPR" : "VAT";
    }
}
