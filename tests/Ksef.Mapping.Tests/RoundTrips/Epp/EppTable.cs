using static Ksef.Mapping.Tests.RoundTrips.Change;

namespace Ksef.Mapping.Tests.RoundTrips.Epp;

/// <summary>What EPP with the lines of documents does not carry.</summary>
internal static class EppTable
{
    /// <summary>The format has countries in words, which the company's mapping explains.</summary>
    public const string America = "Stany Zjednoczone";

    private const string OtherWay = "simple layout";

    private const string Advances = "with lines it has neither orders nor advances that are settled";

    public static readonly Allowance[] Allowances =
    [
        new(Lost, "Podmiot2/Adres/GLN", "of the buyer it has name, address and number"),
        new(Lost, "Podmiot2/DaneKontaktowe/*", "of the buyer it has name, address and number"),
        new(Changed, "Podmiot2/JST", "of the buyer it has name, address and number", "09"),
        new(Changed, "Podmiot2/GV", "of the buyer it has name, address and number", "27"),
        new(Lost, "Podmiot3/*", "it has no third parties"),
        new(Lost, "Fa/OkresFa/*", "it has a day of sale, no period"),
        new(Lost, "Fa/WZ", "it has the number of an order, no deliveries"),
        new(Lost, "Fa/WarunkiTransakcji/*", "it has the number of an order, no deliveries"),
        new(Changed, "Fa/DodatkowyOpis/Klucz", "remarks have no name"),
        new(Lost, "Fa/FaWiersz/UU_ID", "a line has number and code"),
        new(Lost, "Fa/FaWiersz/P_6A", "a line has no day"),
        new(Added, "Fa/FaWiersz/P_11Vat", "a line has its tax"),
        new(Added, "Fa/FaWiersz/P_8A", "a line has unit, quantity, price and rate", "15", "16", "24", "25"),
        new(Added, "Fa/FaWiersz/P_8B", "a line has unit, quantity, price and rate", "15", "16", "24", "25"),
        new(Added, "Fa/FaWiersz/P_9A", "a line has unit, quantity, price and rate", "15", "24", "25"),
        new(Added, "Fa/FaWiersz/P_9B", "a line has unit, quantity, price and rate", "16"),
        new(Added, "Fa/FaWiersz/P_11", "a line has unit, quantity, price and rate", "15"),
        new(Added, "Fa/FaWiersz/P_11A", "a line has unit, quantity, price and rate", "16"),
        new(Added, "Fa/FaWiersz/P_12", "a line has unit, quantity, price and rate", "15"),
        new(Added, "Fa/P_13_1", "sums are always shown", "16"),
        new(Added, "Fa/P_14_1", "sums are always shown", "16"),
        new(Lost, "Fa/Rozliczenie/*", "of what is charged beside the sums it has packaging", "04", "24", "25"),
        new(Lost, "Fa/Platnosc/Zaplacono", "it does not say when was paid, which FA(3) wants to know"),
        new(Lost, "Fa/Platnosc/DataZaplaty", "it does not say when was paid, which FA(3) wants to know"),
        new(Lost, "Fa/Platnosc/RachunekBankowyFaktora/*", "accounts are the profile's, which has those of the company"),
        new(Lost, "Zalacznik/*", "it has no attachments"),
    ];

    public static readonly Refusal[] Refusals =
    [
        new("05", ["KSF-1545"], "buyer before correction", "it has no former data of a buyer, and no line where nothing but them is corrected"),
        new("06", ["KSF-1566"], OtherWay, "a correction has lines, and one corrected invoice"),
        new("07", ["KSF-1564"], "header", "a correction has lines with values, and one corrected invoice"),
        new("10", ["KSF-1566"], OtherWay, Advances),
        new("11", ["KSF-1566"], OtherWay, Advances),
        new("12", ["KSF-1566"], OtherWay, Advances),
        new("13", ["KSF-1566"], OtherWay, Advances),
        new("14", ["KSF-1566"], OtherWay, Advances),
        new("17", ["KSF-1566"], OtherWay, Advances),
        new("18", ["KSF-1566"], OtherWay, Advances),
        new("21", ["KSF-1535"], "exchange_rate", "it has one rate of exchange for a document"),
    ];

    /// <summary>The cases that come through. Margin invoices are left out as a kind.</summary>
    public static IEnumerable<RoundTripCase> CarriedCases =>
        Refusal.NoneOf(Refusals).Where(original => original.Invoice.Descendants(Mapped.Fa3 + "P_PMarzy").FirstOrDefault() is null);
}
