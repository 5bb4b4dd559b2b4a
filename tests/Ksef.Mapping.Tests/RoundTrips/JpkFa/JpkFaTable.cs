using static Ksef.Mapping.Tests.RoundTrips.Change;

namespace Ksef.Mapping.Tests.RoundTrips.JpkFa;

/// <summary>What JPK_FA(4) does not carry.</summary>
internal static class JpkFaTable
{
    public const string Export = "23-export";

    public static readonly Allowance[] Allowances =
    [
        new(Changed, "Podmiot2/Adres/AdresL1", "an address is one line"),
        new(Lost, "Podmiot2/Adres/AdresL2", "an address is one line"),
        new(Lost, "Podmiot2/Adres/GLN", "of the buyer it has name, address and number"),
        new(Lost, "Podmiot2/DaneKontaktowe/*", "of the buyer it has name, address and number"),
        new(Lost, "Podmiot2/NrKlienta", "of the buyer it has name, address and number"),
        new(Changed, "Podmiot2/JST", "of the buyer it has name, address and number", "09"),
        new(Changed, "Podmiot2/GV", "of the buyer it has name, address and number", "27"),
        new(Lost, "Podmiot3/*", "it has no third parties"),
        new(Lost, "Fa/OkresFa/*", "it has a day of sale, no period"),
        new(Lost, "Fa/WZ", "it has neither orders nor deliveries"),
        new(Lost, "Fa/WarunkiTransakcji/*", "it has neither orders nor deliveries"),
        new(Lost, "Fa/FP", "it has no receipts"),
        new(Lost, "Fa/DodatkowyOpis/*", "it has no remarks"),
        new(Lost, "Fa/TypKorekty", "it does not say when a correction takes effect"),
        new(Lost, "Fa/P_15ZK", "it has no state before a correction"),
        new(Lost, "Fa/FaWiersz/StanPrzed", "it has no state before a correction: lines are differences"),
        new(Lost, "Fa/Zamowienie/ZamowienieWiersz/StanPrzedZ", "it has no state before a correction: lines are differences"),
        new(Changed, "Fa/FaWiersz/P_8B", "it has no state before a correction: lines are differences", "02", "18"),
        new(Changed, "Fa/FaWiersz/P_11", "it has no state before a correction: lines are differences", "02", "18"),
        new(Changed, "Fa/Zamowienie/ZamowienieWiersz/P_8BZ", "it has no state before a correction: lines are differences", "11", "12", "13"),
        new(Changed, "Fa/Zamowienie/ZamowienieWiersz/P_11NettoZ", "it has no state before a correction: lines are differences", "11", "12", "13"),
        new(Changed, "Fa/Zamowienie/ZamowienieWiersz/P_11VatZ", "it has no state before a correction: lines are differences", "11", "12", "13"),
        new(Changed, "Fa/FaWiersz/NrWierszaFa", "lines have no numbers", "02", "03", "18"),
        new(Changed, "Fa/Zamowienie/ZamowienieWiersz/NrWierszaZam", "lines have no numbers", "11", "12", "13"),
        new(Lost, "Fa/FaWiersz/UU_ID", "lines have no codes"),
        new(Lost, "Fa/Zamowienie/ZamowienieWiersz/UU_IDZ", "lines have no codes"),
        new(Lost, "Fa/FaWiersz/Indeks", "lines have no codes"),
        new(Lost, "Fa/FaWiersz/GTIN", "lines have no codes"),
        new(Lost, "Fa/FaWiersz/PKWiU", "lines have no codes"),
        new(Lost, "Fa/FaWiersz/CN", "lines have no codes"),
        new(Lost, "Fa/FaWiersz/GTU", "lines have no codes"),
        new(Lost, "Fa/FaWiersz/P_6A", "lines have no days"),
        new(Lost, "Fa/FaWiersz/KursWaluty", "it has the tax in zlotys, no rate of exchange"),
        new(Lost, "Fa/Rozliczenie/*", "it ends with the total of the invoice"),
        new(Lost, "Fa/Platnosc/Zaplacono", "it has no payment; form, days and account are the profile's"),
        new(Lost, "Fa/Platnosc/DataZaplaty", "it has no payment; form, days and account are the profile's"),
        new(Lost, "Fa/Platnosc/ZnacznikZaplatyCzesciowej", "it has no payment; form, days and account are the profile's"),
        new(Lost, "Fa/Platnosc/ZaplataCzesciowa/*", "it has no payment; form, days and account are the profile's"),
        new(Lost, "Fa/Platnosc/RachunekBankowyFaktora/*", "it has no payment; form, days and account are the profile's"),
        new(Lost, "Fa/Platnosc/TerminPlatnosci/TerminOpis/*", "it has no payment; form, days and account are the profile's"),
        new(Lost, "Fa/Platnosc/TerminPlatnosci/Termin", "it has no payment; the profile has one number of days", "14"),
        new(Lost, "Zalacznik/*", "it has no attachments"),
        new(Added, "Fa/FaWiersz/P_11", "a line has a value", "15"),
        new(Added, "Fa/FaWiersz/P_12", "a line has a rate", "15"),
        new(Added, "Fa/FaWiersz/P_11A", "a line has a value", "16"),
        new(Added, "Fa/P_13_1", "sums are always shown", "16"),
        new(Added, "Fa/P_14_1", "sums are always shown", "16"),
    ];

    public static readonly Refusal[] Refusals =
    [
        new("05", ["KSF-1545"], "buyer before correction", "it has no former data of a buyer, and no line where nothing but them is corrected"),
        new("07", ["KSF-1526"], "vat_rate", "its lines may lack rate and value, those of an invoice made of them may not"),
        new(Export, ["KSF-1519"], "buyer_country", "its prefix of a number is that of an EU country; the mapping may say the country"),
    ];
}
