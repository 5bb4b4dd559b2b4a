using System.Collections.Frozen;

namespace Ksef.Mapping.JpkFa;

/// <summary>The elements of JPK_FA(4) that invoices are read from. Source: the Ministry's schema of 17 February 2022.</summary>
internal static class JpkFaSchema
{
    public const string Invoice = "Faktura";
    public const string Line = "FakturaWiersz";
    public const string Order = "Zamowienie";
    public const string OrderLine = "ZamowienieWiersz";
    public const string Seller = "Podmiot1";
    public const string InvoiceControl = "FakturaCtrl";
    public const string LineControl = "FakturaWierszCtrl";
    public const string OrderControl = "ZamowienieCtrl";

    /// <summary>Fields of an invoice.</summary>
    public static FrozenSet<string> InvoiceFields { get; } = FrozenSet.Create(
        "KodWaluty", "P_1", "P_2A", "P_3A", "P_3B", "P_3C", "P_3D", "P_4A", "P_4B", "P_5A", "P_5B", "P_6",
        "P_13_1", "P_14_1", "P_14_1W", "P_13_2", "P_14_2", "P_14_2W", "P_13_3", "P_14_3", "P_14_3W", "P_13_4", "P_14_4", "P_14_4W", "P_13_5", "P_14_5", "P_13_6", "P_13_7", "P_15",
        "P_16", "P_17", "P_18", "P_18A", "P_19", "P_19A", "P_19B", "P_19C", "P_20", "P_20A", "P_20B", "P_21", "P_21A", "P_21B", "P_21C", "P_22", "P_22A", "P_22B", "P_22C", "P_23",
        "P_106E_2", "P_106E_3", "P_106E_3A", "RodzajFaktury", "PrzyczynaKorekty", "NrFaKorygowanej", "OkresFaKorygowanej", "NrFaZaliczkowej");

    /// <summary>Fields of a line.</summary>
    public static FrozenSet<string> LineFields { get; } = FrozenSet.Create("P_2B", "P_7", "P_8A", "P_8B", "P_9A", "P_9B", "P_10", "P_11", "P_11A", "P_12", "P_12_XII");

    /// <summary>Fields of an order.</summary>
    public static FrozenSet<string> OrderFields { get; } = FrozenSet.Create("P_2AZ", "WartoscZamowienia", OrderLine);

    /// <summary>Fields of a line of an order.</summary>
    public static FrozenSet<string> OrderLineFields { get; } = FrozenSet.Create("P_7Z", "P_8AZ", "P_8BZ", "P_9AZ", "P_11NettoZ", "P_11VatZ", "P_12Z", "P_12Z_XII");

    /// <summary>Fields that some programs write once for each of two rates that share them: their amounts are added.</summary>
    public static FrozenSet<string> Addable { get; } = FrozenSet.Create(
        "P_13_1", "P_14_1", "P_14_1W", "P_13_2", "P_14_2", "P_14_2W", "P_13_3", "P_14_3", "P_14_3W", "P_13_4", "P_14_4", "P_14_4W", "P_13_5", "P_14_5", "P_13_6", "P_13_7");

    /// <summary>The fields of an element.</summary>
    public static FrozenSet<string> FieldsOf(string element) => element switch
    {
        Invoice => InvoiceFields,
        Line => LineFields,
        Order => OrderFields,
        OrderLine => OrderLineFields,
        _ => FrozenSet<string>.Empty,
    };
}
