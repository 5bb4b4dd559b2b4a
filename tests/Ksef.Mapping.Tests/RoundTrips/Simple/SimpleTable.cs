using static Ksef.Mapping.Tests.RoundTrips.Change;

namespace Ksef.Mapping.Tests.RoundTrips.Simple;

/// <summary>What the simple layout does not carry. All of it is in the full layout.</summary>
internal static class SimpleTable
{
    public static readonly Allowance[] Allowances =
    [
        new(Lost, "Fa/WarunkiTransakcji/Transport/*", "carrier and way of the goods are in the full layout"),
        new(Lost, "Zalacznik/*", "an attachment is in the full layout"),
        new(Lost, "Fa/Platnosc/RachunekBankowyFaktora/RachunekWlasnyBanku", "the layout has number and bank of a factor's account"),
        new(Lost, "Fa/Platnosc/RachunekBankowyFaktora/OpisRachunku", "the layout has number and bank of a factor's account"),
        new(Lost, "Fa/Platnosc/TerminPlatnosci/TerminOpis/*", "the layout has a day, or days from issue", "08"),
        new(Lost, "Fa/Platnosc/TerminPlatnosci/Termin", "the layout has one due date", "14"),
        new(Lost, "Podmiot2/IDNabywcy", "the layout has one buyer: nothing is to be tied to it", "05"),
        new(Lost, "Fa/Podmiot2K/IDNabywcy", "the layout has one buyer: nothing is to be tied to it", "05"),
        new(Added, "Fa/FaWiersz/P_11", "a line has a value", "15"),
        new(Added, "Fa/FaWiersz/P_12", "a line has a rate", "15"),
        new(Added, "Fa/FaWiersz/P_11A", "a line has a value", "16"),
        new(Added, "Fa/P_13_1", "sums are always shown", "16"),
        new(Added, "Fa/P_14_1", "sums are always shown", "16"),
    ];

    /// <summary>Fields that no case has, as others say the same.</summary>
    public static readonly string[] SaidInAnotherWay =
    [
        "uwagi", "rodzaj_transakcji", "nabywca_numer_podatkowy", "nabywca_ulica", "nabywca_kod_pocztowy", "nabywca_miejscowosc", "podmiot_numer_podatkowy", "podmiot_ulica", "podmiot_kod_pocztowy",
        "podmiot_miejscowosc", "termin_dni", "kwota_zaplacona", "sposob_korekty", "suma_netto", "suma_vat", "rabat_procent", "zaliczka_stawka", "zaliczka_netto", "zaliczka_vat", "zaliczka_brutto",
    ];

    public static readonly Refusal[] Refusals =
    [
        new("07", ["KSF-1526"], "vat_rate", "a line has a rate and a value; goods that only say what a discount is for are in the full layout"),
    ];
}
