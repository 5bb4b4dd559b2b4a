using static Ksef.Invoices.Define;

namespace Ksef.Invoices;

/// <summary>KSF-13xx: what the schema cannot see. Errors are what KSeF refuses; the rest are warnings, for KSeF checks no arithmetic.</summary>
internal static class ContentFindings
{
    private static readonly Words Recalculate = new(
        "KSeF przyjmie taką fakturę, ale nabywca może ją zakwestionować. Sprawdź kwoty w programie.",
        "KSeF accepts such an invoice, but the buyer may dispute it. Check the amounts in your system.");

    public static readonly FindingDefinition NipChecksum = Error("KSF-1301",
        new("NIP {nip} ({party}) jest błędny: nie zgadza się cyfra kontrolna.", "The NIP {nip} ({party}) is not valid: its check digit does not match."),
        new("Sprawdź NIP w wykazie podatników VAT i popraw go w kartotece.", "Look the NIP up in the register of VAT payers and correct it in your records."));

    public static readonly FindingDefinition InternalIdNip = Error("KSF-1302",
        new("Identyfikator wewnętrzny {identifier} ({party}) zawiera błędny NIP: nie zgadza się cyfra kontrolna.",
            "The internal identifier {identifier} ({party}) contains an invalid NIP: its check digit does not match."),
        new("Przepisz identyfikator wewnętrzny jednostki jeszcze raz z KSeF.", "Copy the unit's internal identifier from KSeF again."));

    public static readonly FindingDefinition OtherContext = Error("KSF-1303",
        new("Plik złożono dla NIP {context}, a sprzedawcą na fakturze jest NIP {seller}.", "The file was submitted for NIP {context}, but the seller on the invoice is NIP {seller}."),
        new("Umieść plik w folderze właściwej firmy. Inna firma może wystawić fakturę tylko jako nabywca przy samofakturowaniu (P_17 = 1) albo jako podmiot upoważniony.",
            "Put the file in the right company's folder. Another company can issue it only as the buyer who self-bills (P_17 = 1) or as the authorised party."));

    public static readonly FindingDefinition FutureDate = Error("KSF-1304",
        new("Data wystawienia {date} jest późniejsza niż dzisiejsza ({today}).", "The date of issue {date} is later than today ({today})."),
        new("Popraw datę wystawienia albo wyślij fakturę w tym dniu.", "Correct the date of issue, or send the invoice on that day."));

    public static readonly FindingDefinition SellerNipMissing = Error("KSF-1305",
        new("Faktura nie podaje polskiego NIP sprzedawcy, a bez niego KSeF ją odrzuci.", "The invoice does not give a Polish NIP of the seller; without one KSeF rejects it."),
        new("Podaj NIP sprzedawcy z przedrostkiem PL (AccountingSupplierParty/Party/PartyTaxScheme/CompanyID).",
            "Give the seller's NIP with the prefix PL (AccountingSupplierParty/Party/PartyTaxScheme/CompanyID)."));

    public static readonly FindingDefinition BuyerNipElsewhere = Warning("KSF-1306",
        new("NIP nabywcy {nip} podano w polu {field}, a nie w polu NIP. KSeF przyjmie fakturę, ale nabywca jej w KSeF nie zobaczy.",
            "The buyer's NIP {nip} is given in the field {field} instead of NIP. KSeF accepts the invoice, but the buyer will not see it in KSeF."),
        new("Podaj numer polskiego nabywcy w polu NIP (Podmiot2/DaneIdentyfikacyjne/NIP).", "Give a Polish buyer's number in the field NIP (Podmiot2/DaneIdentyfikacyjne/NIP)."));

    public static readonly FindingDefinition LostLetters = Warning("KSF-1307",
        new("Pole {field} zawiera znaki zastępcze U+FFFD („{value}”): litery zginęły przy zamianie kodowania.",
            "The field {field} contains replacement characters, U+FFFD (\"{value}\"): letters were lost when the text was converted."),
        new("KSeF przyjmie taką fakturę ze zniekształconym tekstem. Wpisz tekst od nowa w programie i sprawdź, czy eksport jest w kodowaniu UTF-8.",
            "KSeF accepts such an invoice with the text as it is. Enter the text again in your system, and check that it exports in UTF-8."));

    public static readonly FindingDefinition InternalIdChecksum = Error("KSF-1308",
        new("Identyfikator wewnętrzny {identifier} ({party}) jest błędny: nie zgadza się jego ostatnia cyfra, która jest cyfrą kontrolną.",
            "The internal identifier {identifier} ({party}) is not valid: its last digit, which is a check digit, does not match."),
        new("Przepisz identyfikator wewnętrzny jednostki jeszcze raz z KSeF.", "Copy the unit's internal identifier from KSeF again."));

    public static readonly FindingDefinition EuNumberWithCountry = Warning("KSF-1309",
        new("Numer VAT UE {number} ({party}) zaczyna się od kodu kraju, a kod {prefix} podano już w polu KodUE. KSeF przyjmie fakturę, ale takiego numeru nie ma w VIES.",
            "The EU VAT number {number} ({party}) begins with a country code, but KodUE already gives {prefix}. KSeF accepts the invoice, but VIES knows no such number."),
        new("W polu NrVatUE podaj sam numer, bez kodu kraju.", "Give the number alone in NrVatUE, without the country code."));

    public static readonly FindingDefinition NetTotal = Warning("KSF-1310",
        new("W polu {field} podano {stated}, a suma pozycji faktury wynosi {computed}.", "The field {field} says {stated}, but the lines add up to {computed}."), Recalculate);

    public static readonly FindingDefinition TaxTotal = Warning("KSF-1311",
        new("W polu {field} podano {stated}, a z podstawy i stawki wynika {computed}.", "The field {field} says {stated}, but the base and the rate give {computed}."), Recalculate);

    public static readonly FindingDefinition GrossTotal = Warning("KSF-1312",
        new("W polu {field} podano {stated}, a suma kwot netto i podatku wynosi {computed}.", "The field {field} says {stated}, but net amounts and tax add up to {computed}."), Recalculate);

    public static readonly FindingDefinition TaxInZloty = Warning("KSF-1313",
        new("Faktura jest w walucie {currency}, ale brakuje pola {field}.", "The invoice is in {currency}, but the field {field} is missing."),
        new("Na fakturze w walucie obcej kwotę podatku wykazuje się także w złotych (art. 106e ust. 11 ustawy o VAT).",
            "An invoice in a foreign currency must also state the tax in zlotys (art. 106e(11) of the VAT Act)."));

    public static readonly FindingDefinition TotalMissing = Warning("KSF-1314",
        new("Na fakturze nie ma pola {field}, a suma jej pozycji w tej stawce wynosi {computed}.", "The invoice has no field {field}, but its lines at that rate add up to {computed}."), Recalculate);

    public static readonly FindingDefinition CorrectionWithoutOriginal = Warning("KSF-1320",
        new("Faktura korygująca ({type}) nie wskazuje faktury, którą koryguje (DaneFaKorygowanej).", "The correcting invoice ({type}) does not name the invoice that it corrects (DaneFaKorygowanej)."),
        new("Podaj numer, datę i numer KSeF faktury korygowanej.", "Give number, date and KSeF number of the corrected invoice."));

    public static readonly FindingDefinition OriginalWithoutCorrection = Warning("KSF-1321",
        new("Faktura wskazuje fakturę korygowaną, ale jej rodzaj to {type}, nie korekta.", "The invoice names a corrected invoice, but its type is {type}, not a correction."),
        new("Popraw rodzaj faktury (RodzajFaktury) albo usuń dane faktury korygowanej.", "Correct the type (RodzajFaktury) or remove the corrected invoice's data."));

    public static readonly FindingDefinition OriginalKsefNumber = Warning("KSF-1322",
        new("Numer KSeF faktury korygowanej {number} jest błędny: nie zgadza się suma kontrolna.", "The KSeF number {number} of the corrected invoice is not valid: its checksum does not match."),
        new("Przepisz numer KSeF faktury korygowanej jeszcze raz.", "Copy the corrected invoice's KSeF number again."));

    public static readonly FindingDefinition OriginalDate = Warning("KSF-1323",
        new("Faktura korygowana ma datę {original}, późniejszą niż data tej korekty ({date}).", "The corrected invoice has the date {original}, later than this correction's ({date})."),
        new("Sprawdź obie daty wystawienia.", "Check both dates of issue."));

    public static readonly FindingDefinition BuyerNipChanged = Warning("KSF-1324",
        new("Przed korektą nabywca miał NIP {before} (Podmiot2K), a na korekcie ma NIP {nip}. KSeF przyjmie taką korektę, ale błędnego NIP nabywcy nie wolno poprawiać w ten sposób.",
            "Before the correction the buyer had the NIP {before} (Podmiot2K); on the correction it is {nip}. KSeF accepts such a correction, but a buyer's wrong NIP must not be corrected in this way."),
        new("Skoryguj błędną fakturę do zera (z dotychczasowym NIP) i wystaw nową fakturę z właściwym NIP nabywcy.",
            "Correct the wrong invoice to zero (with the NIP as it was), and issue a new invoice with the buyer's right NIP."));

    public static IReadOnlyList<FindingDefinition> All { get; } =
    [
        NipChecksum, InternalIdNip, OtherContext, FutureDate, SellerNipMissing, BuyerNipElsewhere, LostLetters, InternalIdChecksum, EuNumberWithCountry,
        NetTotal, TaxTotal, GrossTotal, TaxInZloty, TotalMissing, CorrectionWithoutOriginal, OriginalWithoutCorrection, OriginalKsefNumber, OriginalDate, BuyerNipChanged,
    ];
}
