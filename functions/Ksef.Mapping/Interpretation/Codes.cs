using Ksef.Mapping.Exact;
using Ksef.Mapping.Simple;

namespace Ksef.Mapping.Interpretation;

/// <summary>Words of the simple layout that stand for one of a few meanings.</summary>
internal static class Codes
{
    /// <summary>Reads a field of words.</summary>
    /// <param name="row">The row.</param>
    /// <param name="field">The field.</param>
    /// <param name="find">Meaning of a word.</param>
    /// <param name="known">The words to name when there is no such one.</param>
    public static T? Read<T>(RowReader row, SimpleField field, Func<string, T?> find, string known)
        where T : struct
    {
        if (row.Raw(field) is not { } value)
        {
            return null;
        }

        var meaning = find(value.Shown);
        if (meaning is null)
        {
            row.Report(ValueFindings.UnknownCode, field, value, ("known", known));
        }

        return meaning;
    }

    /// <summary>As above, for meanings that are texts.</summary>
    public static string? ReadText(RowReader row, SimpleField field, Func<string, string?> find, string known)
    {
        if (row.Raw(field) is not { } value)
        {
            return null;
        }

        var meaning = find(value.Shown);
        if (meaning is null)
        {
            row.Report(ValueFindings.UnknownCode, field, value, ("known", known));
        }

        return meaning;
    }

    public static bool? IsGross(string text) => WordKey.Of(text) switch
    {
        "netto" or "net" or "n" => false,
        "brutto" or "gross" or "b" => true,
        _ => null,
    };

    public static SaleRate? Transaction(string text) => WordKey.Of(text) switch
    {
        "krajowa" or "kraj" or "domestic" => SaleRate.ZeroDomestic,
        "wdt" => SaleRate.ZeroEu,
        "eksport" or "export" => SaleRate.ZeroExport,
        "np1" or "npi" => SaleRate.Outside1,
        "np2" or "npii" => SaleRate.Outside2,
        _ => null,
    };

    public static string? Margin(string text) => WordKey.Of(text) switch
    {
        "biurapodrozy" or "biuropodrozy" or "travel" => "P_PMarzy_2",
        "towaryuzywane" or "uzywane" or "usedgoods" or "used" => "P_PMarzy_3_1",
        "dzielasztuki" or "dziela" or "art" => "P_PMarzy_3_2",
        "antyki" or "przedmiotykolekcjonerskie" or "kolekcjonerskie" or "przedmiotykolekcjonerskieiantyki" or "antiques" => "P_PMarzy_3_3",
        _ => null,
    };

    public static int? Effect(string text) => WordKey.Of(text) switch
    {
        "1" or "datafakturypierwotnej" or "pierwotna" or "original" => 1,
        "2" or "datakorekty" or "korekta" or "correction" => 2,
        "3" or "innadata" or "inna" or "other" => 3,
        _ => null,
    };

    public static bool? HasStates(string text) => WordKey.Of(text) switch
    {
        "roznice" or "roznica" or "differences" => false,
        "stany" or "przedipo" or "states" => true,
        _ => null,
    };

    public static string? Gtu(string text)
    {
        var key = WordKey.Of(text);
        var digits = key.StartsWith("gtu", StringComparison.Ordinal) ? key[3..] : key;
        return digits.Length is 1 or 2 && int.TryParse(digits, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 13
            ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"GTU_{number:00}")
            : null;
    }

    public static string? Procedure(string text) => WordKey.Of(text) switch
    {
        "wstoee" => "WSTO_EE",
        "ied" => "IED",
        "ttd" => "TT_D",
        "i42" => "I_42",
        "i63" => "I_63",
        "bspv" => "B_SPV",
        "bspvdostawa" => "B_SPV_DOSTAWA",
        "bmpvprowizja" => "B_MPV_PROWIZJA",
        _ => null,
    };

    /// <summary>Any word is a form of payment; what is not one of FA(3)'s is described in words.</summary>
    public static PaymentForm PaymentForm(string text) => WordKey.Of(text) switch
    {
        "1" or "gotowka" or "gotowkowa" or "cash" => new(1, null),
        "2" or "karta" or "kartaplatnicza" or "card" => new(2, null),
        "3" or "bon" or "voucher" => new(3, null),
        "4" or "czek" or "cheque" or "check" => new(4, null),
        "5" or "kredyt" or "credit" => new(5, null),
        "6" or "przelew" or "przelewbankowy" or "transfer" or "banktransfer" => new(6, null),
        "7" or "mobilna" or "platnoscmobilna" or "blik" or "mobile" => new(7, null),
        _ => new(null, text),
    };

    /// <summary>Whether a word stands for the buyer as it was before a correction, which is a role in the layout alone.</summary>
    public static bool IsBuyerBefore(string text) => WordKey.Of(text) is "nabywcaprzedkorekta" or "buyerbeforecorrection";

    /// <summary>Any word is a role; what is not one of FA(3)'s is described in words.</summary>
    public static (int? Code, string? Other) Role(string text) => WordKey.Of(text) switch
    {
        "1" or "faktor" or "factor" => (1, null),
        "2" or "odbiorca" or "recipient" => (2, null),
        "3" or "podmiotpierwotny" or "originalentity" => (3, null),
        "4" or "dodatkowynabywca" or "additionalbuyer" => (4, null),
        "5" or "wystawca" or "wystawcafaktury" or "issuer" => (5, null),
        "6" or "platnik" or "dokonujacyplatnosci" or "payer" => (6, null),
        "7" or "jstwystawca" or "jstissuer" => (7, null),
        "8" or "jstodbiorca" or "jstrecipient" => (8, null),
        "9" or "gvwystawca" or "gvissuer" => (9, null),
        "10" or "gvodbiorca" or "gvrecipient" => (10, null),
        "11" or "pracownik" or "employee" => (11, null),
        _ => (null, text),
    };
}
