using static Ksef.Invoices.Define;

namespace Ksef.Invoices;

/// <summary>KSF-133x: what KSeF takes without a word and somebody pays for later, be it the buyer, the bookkeeper or whoever waits for the money.</summary>
internal static class CareFindings
{
    public static readonly FindingDefinition UnitMissing = Warning("KSF-1330",
        new("Pole {field} ma wartość 1, ale w żadnej części Podmiot3 z rolą {role} nie podano NIP ani IDWew odbiorcy. KSeF przyjmie fakturę, ale odbiorca jej w KSeF nie zobaczy.",
            "The field {field} is 1, but no Podmiot3 in the role {role} gives a NIP or IDWew of the recipient. KSeF accepts the invoice, but the recipient will not see it in KSeF."),
        new("Dodaj część Podmiot3 z NIP lub identyfikatorem wewnętrznym jednostki samorządu (rola 8) albo członka grupy VAT (rola 10). Jeśli faktura ich nie dotyczy, wpisz w znaczniku 2.",
            "Add a Podmiot3 with the NIP or internal identifier of the local government unit (role 8) or VAT group member (role 10). If the invoice concerns neither, set the mark to 2."));

    public static readonly FindingDefinition UnitIsBuyer = Warning("KSF-1331",
        new("Podmiot3 z rolą {role} ma ten sam NIP {nip} co nabywca, a pole {field} mówi, że faktura dotyczy jednostki nabywcy. KSeF przyjmie fakturę, ale jednostka jej w KSeF nie zobaczy.",
            "The Podmiot3 in the role {role} has the same NIP {nip} as the buyer, but the field {field} says that the invoice is for a unit of the buyer. KSeF accepts the invoice, but the unit will not see it in KSeF."),
        new("Podaj w części Podmiot3 własny NIP albo identyfikator wewnętrzny (IDWew) jednostki lub członka grupy VAT.",
            "In Podmiot3 give the unit's or VAT group member's own NIP, or its internal identifier (IDWew)."));

    public static readonly FindingDefinition NoLines = Warning("KSF-1332",
        new("Faktura ({type}) nie ma żadnej pozycji, więc nie mówi, co sprzedano.", "The invoice ({type}) has no line, so it does not say what was sold."),
        new("KSeF przyjmie taką fakturę, ale nazwa towaru lub usługi jest na niej wymagana (art. 106e ust. 1 pkt 7 ustawy o VAT). Sprawdź, czy program wyeksportował pozycje.",
            "KSeF accepts such an invoice, but it must name the goods or services (art. 106e(1)(7) of the VAT Act). Check whether your system exported the lines."));

    public static readonly FindingDefinition ExemptionWithoutBasis = Warning("KSF-1333",
        new("Na fakturze jest sprzedaż zwolniona z VAT (zw), a pole {field} mówi, że jej nie ma.", "The invoice has a VAT-exempt sale (zw), but the field {field} says that there is none."),
        new("Zamiast P_19N podaj P_19 = 1 i przepis, na podstawie którego sprzedaż jest zwolniona (P_19A, P_19B albo P_19C), albo popraw stawkę.",
            "Instead of P_19N give P_19 = 1 and the provision by which the sale is exempt (P_19A, P_19B or P_19C), or correct the rate."));

    public static readonly FindingDefinition LineSign = Warning("KSF-1334",
        new("{field} wynosi {value}, a z ilości i ceny tej pozycji wynika kwota o przeciwnym znaku.", "{field} is {value}, but the line's quantity and price give an amount of the opposite sign."),
        new("Sprawdź, przy której liczbie brakuje minusa albo jest on zbędny.", "Check which of the numbers lacks a minus, or has one too many."));

    public static readonly FindingDefinition NegativeQuantity = Warning("KSF-1335",
        new("{field} wynosi {value}, a faktura ({type}) niczego nie koryguje.", "{field} is {value}, but the invoice ({type}) corrects nothing."),
        new("Zwrot lub błąd rozlicza się fakturą korygującą. Sprawdź ilość albo rodzaj faktury.", "A return or a mistake is settled by a correcting invoice. Check the quantity, or the type of the invoice."));

    public static readonly FindingDefinition LineNumberTwice = Warning("KSF-1336",
        new("Pozycja nr {rank} ma numer {number} (NrWierszaFa), który ma już wcześniejsza pozycja.", "Invoice line {rank} has the number {number} (NrWierszaFa), which an earlier line has already."),
        new("Ponumeruj pozycje kolejno i sprawdź, czy żadna nie została wyeksportowana dwa razy.", "Number the lines one after another, and check that none was exported twice."));

    public static readonly FindingDefinition AdvanceRate = Warning("KSF-1337",
        new("Pole {field} dotyczy tylko faktur zaliczkowych, a rodzaj tej faktury to {type}.", "The field {field} is for advance invoices only, but this invoice's type is {type}."),
        new("Na zwykłej fakturze kurs podaje się w pozycjach (FaWiersz/KursWaluty). Przenieś go tam albo popraw rodzaj faktury.",
            "An ordinary invoice gives the rate on its lines (FaWiersz/KursWaluty). Move it there, or correct the type of the invoice."));

    public static readonly FindingDefinition AccountChecksum = Warning("KSF-1338",
        new("Numer rachunku {account} jest błędny: nie zgadzają się jego cyfry kontrolne.", "The account number {account} is not valid: its check digits do not match."),
        new("KSeF przyjmie taką fakturę, ale przelew nie dojdzie. Przepisz numer rachunku z umowy z bankiem albo z bankowości elektronicznej.",
            "KSeF accepts such an invoice, but the payment will not arrive. Copy the account number from the bank's contract or online banking."));

    public static readonly FindingDefinition AccountLength = Warning("KSF-1339",
        new("Numer rachunku {account} ma {count} cyfr, a numer polskiego rachunku ma ich 26.", "The account number {account} has {count} digits; a Polish account number has 26."),
        new("KSeF przyjmie taką fakturę, ale przelew nie dojdzie. Popraw numer rachunku. Numer zagraniczny podaj z kodem kraju (IBAN) albo z kodem SWIFT banku.",
            "KSeF accepts such an invoice, but the payment will not arrive. Correct the account number. Give a foreign one with its country code (IBAN), or with the bank's SWIFT code."));

    public static IReadOnlyList<FindingDefinition> All { get; } =
    [
        UnitMissing, UnitIsBuyer, NoLines, ExemptionWithoutBasis, LineSign, NegativeQuantity, LineNumberTwice, AdvanceRate, AccountChecksum, AccountLength,
    ];
}
