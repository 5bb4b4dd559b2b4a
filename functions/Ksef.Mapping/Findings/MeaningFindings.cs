using Ksef.Invoices;
using static Ksef.Invoices.Define;

namespace Ksef.Mapping;

/// <summary>KSF-1530 to 1549: what is wrong with an invoice whose values can be read.</summary>
internal static class MeaningFindings
{
    public static readonly FindingDefinition OtherSeller = Error("KSF-1530",
        new("Sprzedawcą w pliku jest NIP {seller}, a plik złożono dla NIP {company}.",
            "The seller in the file is NIP {seller}, but the file was submitted for NIP {company}."),
        new("Umieść plik w folderze właściwej firmy.",
            "Put the file in the right company's folder."));

    public static readonly FindingDefinition LineAmount = Error("KSF-1531",
        new("Wartość pozycji ({field}) to {stated}, a z ilości, ceny i rabatu wynika {computed}.",
            "The line's value ({field}) is {stated}, but quantity, price and discount give {computed}."),
        new("Popraw ilość, cenę, rabat albo wartość.",
            "Correct quantity, price, discount or value."));

    public static readonly FindingDefinition LineTax = Error("KSF-1532",
        new("Kwota {field} tej pozycji to {stated}, a z pozostałych jej kwot i stawki wynika {computed}.",
            "The line's {field} is {stated}, but its other amounts and its rate give {computed}."),
        new("Popraw kwoty albo stawkę pozycji.",
            "Correct the line's amounts or its rate."));

    public static readonly FindingDefinition LineWithoutAmount = Error("KSF-1533",
        new("Pozycja nie ma wartości, a bez ilości i ceny nie da się jej obliczyć.",
            "The line has no value, and without quantity and price none can be computed."),
        new("Podaj wartość pozycji albo ilość i cenę.",
            "Give the line's value, or quantity and price."));

    public static readonly FindingDefinition Total = Error("KSF-1534",
        new("W polu {field} podano {stated}, a z pozycji wynika {computed}.",
            "The field {field} says {stated}, but the lines give {computed}."),
        new("Sprawdź, czy eksport zawiera wszystkie pozycje i czy kwoty się zgadzają.",
            "Check that the export holds all lines and that the amounts agree."));

    public static readonly FindingDefinition ExchangeRate = Error("KSF-1535",
        new("Faktura jest w walucie {currency} i ma podatek, a nie podano kursu ani podatku w złotych.",
            "The invoice is in {currency} and has tax, but gives neither the exchange rate nor the tax in zlotys."),
        new("Podaj kurs waluty (kurs_waluty): podatek wykazuje się też w złotych (art. 106e ust. 11 ustawy o VAT).",
            "Give the exchange rate (exchange_rate): the tax is stated in zlotys too (art. 106e(11) of the VAT Act)."));

    public static readonly FindingDefinition BareRate = Error("KSF-1536",
        new("Stawka „{value}” nie mówi, o jaki rodzaj sprzedaży chodzi: {choices}. W profilu firmy (company.json) mówi to {setting}.",
            "The rate \"{value}\" does not say which kind of sale is meant: {choices}. In the company profile (company.json) {setting} says it."),
        new("Podaj stawkę dokładnie, rodzaj transakcji (rodzaj_transakcji) albo ustaw ją w profilu firmy.",
            "Give the exact rate or the kind of transaction (transaction_kind), or set it in the company profile."));

    public static readonly FindingDefinition ExemptionBasis = Error("KSF-1537",
        new("Sprzedaż jest zwolniona z VAT (zw), a nie podano podstawy zwolnienia.",
            "The sale is exempt from VAT (zw), but no legal basis is given."),
        new("Podaj przepis w danych (zwolnienie_ustawa) albo w profilu firmy (exemptionAct).",
            "Give the provision in the data (exemption_act) or in the company profile (exemptionAct)."));

    public static readonly FindingDefinition Original = Error("KSF-1538",
        new("Korekta nie wskazuje faktury, którą koryguje.",
            "The correction does not name the invoice that it corrects."),
        new("Podaj numer i datę faktury korygowanej (korygowana_numer, korygowana_data).",
            "Give number and date of the corrected invoice (corrected_number, corrected_date)."));

    public static readonly FindingDefinition OriginalDate = Error("KSF-1539",
        new("Nie podano daty faktury korygowanej {number} i nie ma jej wśród wysłanych.",
            "The date of the corrected invoice {number} is not given, and it is not among those sent."),
        new("Podaj datę (korygowana_data).",
            "Give the date (corrected_date)."));

    public static readonly FindingDefinition KsefNumberUnknown = Error("KSF-1540",
        new("Nie wiadomo, jaki numer KSeF ma faktura {number}. Że wystawiono ją poza KSeF, mówi pole {field}.",
            "The KSeF number of the invoice {number} is not known. The field {field} says that it was issued outside KSeF."),
        new("Podaj numer KSeF albo zaznacz, że fakturę wystawiono poza KSeF (w profilu dla wszystkich: originalsOutsideKsef).",
            "Give the KSeF number, or say that the invoice was issued outside KSeF (in the profile for all: originalsOutsideKsef)."));

    public static readonly FindingDefinition AdvanceAmount = Error("KSF-1541",
        new("Faktura zaliczkowa nie podaje kwoty zaliczki.",
            "The advance invoice does not give the amount of the advance."),
        new("Podaj kwotę otrzymanej zaliczki (suma_brutto).",
            "Give the amount received (total_gross)."));

    public static readonly FindingDefinition SettledAmounts = Error("KSF-1542",
        new("Nie wiadomo, jakie kwoty zaliczek rozlicza ta faktura.",
            "The amounts of the advances that this invoice settles are not known."),
        new("Podaj kwoty każdej zaliczki w każdej stawce (zaliczka_stawka, zaliczka_brutto).",
            "Give each advance's amount at each rate (advance_vat_rate, advance_gross)."));

    public static readonly FindingDefinition NumberTwice = Error("KSF-1543",
        new("Faktura o numerze {number} i rodzaju {kind} jest już w tym pliku ({place}).",
            "An invoice with the number {number} and the kind {kind} is in this file already ({place})."),
        new("Zostaw jedną z nich albo popraw numer.",
            "Keep one of them, or correct the number."));

    public static readonly FindingDefinition HeadDiffers = Error("KSF-1544",
        new("Pole {field} ma w wierszach jednej faktury różne wartości: „{first}” ({place}) i „{value}”.",
            "The field {field} has different values in the rows of one invoice: \"{first}\" ({place}) and \"{value}\"."),
        new("Wszystkie wiersze faktury muszą podawać to samo. Sprawdź numer faktury albo wartość.",
            "All rows of an invoice must say the same. Check the number of the invoice, or the value."));

    public static readonly FindingDefinition NoLines = Error("KSF-1545",
        new("Faktura nie ma żadnej pozycji.",
            "The invoice has no line."),
        new("Sprawdź, czy eksport obejmuje pozycje faktur. Korektę samych danych nabywcy podaj w układzie prostym (podmiot_rola = nabywca przed korektą).",
            "Check that the export includes the lines of invoices. Give a correction of the buyer's data alone in the simple layout (party_role = buyer before correction)."));

    public static readonly FindingDefinition RowWithoutInvoice = Error("KSF-1546",
        new("Wiersz nie podaje numeru faktury i nie wiadomo, do której należy.",
            "The row gives no invoice number: nobody knows which invoice it belongs to."),
        new("Podaj numer faktury w każdym wierszu.",
            "Give the number of the invoice in every row."));

    public static readonly FindingDefinition BuyerWithoutNumber = Warning("KSF-1547",
        new("Nabywca „{name}” nie ma numeru podatkowego, więc fakturę wystawiono jak dla konsumenta.",
            "The buyer \"{name}\" has no tax number, so the invoice is made out as to a consumer."),
        new("Jeśli nabywca jest firmą, podaj jego NIP: bez niego nie zobaczy faktury w KSeF. Dla konsumenta ustaw nabywca_bez_numeru = tak.",
            "If the buyer is a business, give its NIP: without it the buyer does not see the invoice in KSeF. For a consumer set buyer_without_number = yes."));

    public static readonly FindingDefinition LineKind = Error("KSF-1548",
        new("Pozycje mieszają ceny netto i brutto, a nie podano, od których liczy się fakturę.",
            "The lines mix net and gross prices, and it is not said from which the invoice is reckoned."),
        new("Podaj w polu ceny: netto albo brutto.",
            "Say in the field prices: net or gross."));

    public static readonly FindingDefinition CheckFailed = Error("KSF-1549",
        new("Utworzona faktura nie przechodzi kontroli ({code}): {message}",
            "The invoice that was made does not pass the check ({code}): {message}"),
        new("Popraw dane, o których mówi kontrola.",
            "Correct the data that the check speaks of."));

    public static IReadOnlyList<FindingDefinition> All { get; } =
    [
        OtherSeller, LineAmount, LineTax, LineWithoutAmount, Total, ExchangeRate, BareRate, ExemptionBasis, Original, OriginalDate, KsefNumberUnknown,
        AdvanceAmount, SettledAmounts, NumberTwice, HeadDiffers, NoLines, RowWithoutInvoice, BuyerWithoutNumber, LineKind, CheckFailed,
    ];
}
