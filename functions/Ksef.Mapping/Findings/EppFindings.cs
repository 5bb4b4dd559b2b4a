using Ksef.Invoices;
using static Ksef.Invoices.Define;

namespace Ksef.Mapping;

/// <summary>KSF-155x and 156x: what is wrong with an EPP file (EDI++), its records and documents.</summary>
internal static class EppFindings
{
    private static readonly Words Again = new(
        "Wyeksportuj plik z programu ponownie; jeśli to nie pomoże, zgłoś błąd dostawcy programu.", "Export the file from your system again; if that does not help, report it to the system's supplier.");

    private static readonly Words OtherWay = new(
        "Podaj tę fakturę w układzie prostym (CSV, Excel, JSON) albo jako gotowy XML.", "Give this invoice in the simple layout (CSV, Excel, JSON) or as finished XML.");

    public static readonly FindingDefinition OfficePurpose = Error("KSF-1550",
        new("Plik EPP jest wyeksportowany do biura rachunkowego: zawiera tylko sumy według stawek VAT, bez pozycji faktur.",
            "The EPP file was exported for an accounting office: it holds only sums by VAT rate, without the lines of the invoices."),
        new("Wybierz w programie eksport do innego programu sprzedaży (w Subiekcie: Komunikacja, cel „inny”, „centrala” albo „akwizytor”, czyli z pozycjami dokumentów) i wyślij nowy plik.",
            "In your system choose the export to another sales program (in Subiekt: communication for \"inny\", \"centrala\" or \"akwizytor\", that is with the lines of documents), and send the new file."));

    public static readonly FindingDefinition TooManyLines = Error("KSF-1551",
        new("Dokument ma więcej pozycji, niż mieści faktura ({limit}).", "The document has more lines than an invoice can hold ({limit})."),
        new("Podziel go na kilka faktur.", "Divide it into several invoices."));

    public static readonly FindingDefinition CodePage = Error("KSF-1552",
        new("Plik EPP podaje stronę kodową „{value}”. Format zna 1250 (Windows) i 852 (DOS).", "The EPP file gives the code page \"{value}\". The format has 1250 (Windows) and 852 (DOS)."), Again);

    public static readonly FindingDefinition Utf8 = Error("KSF-1553",
        new("Plik EPP podaje stronę kodową {value}, a jego litery są zapisane w UTF-8.", "The EPP file gives the code page {value}, but its letters are UTF-8."),
        new("Plik został zmieniony po eksporcie (na przykład otwarty i zapisany w edytorze) albo program zapisuje go błędnie. Wyślij plik prosto z eksportu.",
            "The file was changed after the export (for example opened and saved in an editor), or the system writes it wrongly. Send the file as it was exported."));

    public static readonly FindingDefinition NoInfo = Error("KSF-1554",
        new("Plik EPP nie zaczyna się od sekcji [INFO] z jednym rekordem.", "The EPP file does not begin with a section [INFO] of one record."), Again);

    public static readonly FindingDefinition Unreadable = Error("KSF-1555",
        new("Nie można odczytać wiersza: {reason}.", "The line cannot be read: {reason}."), Again);

    public static readonly FindingDefinition FieldCount = Error("KSF-1556",
        new("Rekord ma {count} pól, a powinien mieć {expected}. Zwykłą przyczyną jest przecinek dziesiętny w kwocie albo ucięty wiersz.",
            "The record has {count} fields; it should have {expected}. The usual cause is a decimal comma in an amount, or a line that was cut off."), Again);

    public static readonly FindingDefinition Misplaced = Error("KSF-1557",
        new("Wiersz stoi w miejscu, w którym nie może wystąpić: po [NAGLOWEK] jest jeden rekord, a po nim [ZAWARTOSC].",
            "The line is where it may not be: [NAGLOWEK] is followed by one record, and that by [ZAWARTOSC]."), Again);

    public static readonly FindingDefinition Empty = Error("KSF-1558",
        new("Pole „{field}” jest puste, a faktura go wymaga.", "The field \"{field}\" is empty, and an invoice needs it."),
        new("Uzupełnij je w programie i wyeksportuj plik ponownie.", "Fill it in in your system and export the file again."));

    public static readonly FindingDefinition NotANumber = Error("KSF-1559",
        new("Pole „{field}” ma wartość „{value}”, która nie jest liczbą tego formatu (cyfry z kropką, bez spacji).",
            "The field \"{field}\" has the value \"{value}\", which is no number of this format (digits with a point, without blanks)."), Again);

    public static readonly FindingDefinition NotADate = Error("KSF-1560",
        new("Pole „{field}” ma wartość „{value}”, która nie jest datą tego formatu (rrrrmmdd000000).", "The field \"{field}\" has the value \"{value}\", which is no date of this format (yyyymmdd000000)."), Again);

    public static readonly FindingDefinition NoSuchCode = Error("KSF-1561",
        new("Pole „{field}” ma wartość „{value}”, której format w nim nie zna.", "The field \"{field}\" has the value \"{value}\", which the format does not have there."), Again);

    public static readonly FindingDefinition NumberRule = Error("KSF-1562",
        new("Nie wiadomo, czy numerem faktury jest „{value}” razem z symbolem dokumentu {kind}, czy bez niego: programu „{program}” nie znamy, a błędny wybór dałby drugą fakturę.",
            "It is not known whether the number of the invoice is \"{value}\" with the symbol {kind} or without: the program \"{program}\" is not known here, and a wrong guess would make a second invoice."),
        new("Wpisz w profilu firmy (company.json) numberRule: asWritten, withKind albo withoutKind.", "Write numberRule into the company profile (company.json): asWritten, withKind or withoutKind."));

    public static readonly FindingDefinition GoodsMissing = Error("KSF-1563",
        new("Pozycja ma kod „{value}”, którego nie ma w kartotece TOWARY tego pliku, więc nie wiadomo, co sprzedano.",
            "The line has the code \"{value}\", which is not in this file's dictionary TOWARY, so what was sold is not known."),
        new("Wyeksportuj dokumenty razem z kartoteką towarów.", "Export the documents together with the goods."));

    public static readonly FindingDefinition Totals = Error("KSF-1564",
        new("{what}: nagłówek podaje {stated}, a z pozycji wynika {computed}.", "{what}: the header states {stated}, the lines give {computed}."),
        new("Sprawdź, czy plik nie został ucięty lub zmieniony, i wyeksportuj go ponownie.", "Check whether the file was cut off or changed, and export it again."));

    public static readonly FindingDefinition Rate = Error("KSF-1565",
        new("Stawka „{value}” przy rodzaju transakcji {transaction} nie mówi, jak opodatkowano sprzedaż.", "The rate \"{value}\" with the kind of transaction {transaction} does not say how the sale is taxed."), OtherWay);

    public static readonly FindingDefinition NotCarried = Error("KSF-1566",
        new("Dokument jest oznaczony jako {what}, a EPP z pozycjami nie przenosi danych, których taka faktura wymaga.",
            "The document is marked as {what}, and EPP with lines does not carry the data that such an invoice needs."), OtherWay);

    public static readonly FindingDefinition Dictionary = Error("KSF-1567",
        new("Wiersz {line} słownika {dictionary} nie daje się odczytać ({reason}), a mógł dotyczyć tej faktury.",
            "Line {line} of the dictionary {dictionary} cannot be read ({reason}), and may have been about this invoice."), Again);

    public static readonly FindingDefinition MarkLost = Warning("KSF-1568",
        new("Oznaczenie {mark} dotyczy całego dokumentu; nie wiadomo, których pozycji, więc faktura go nie ma.",
            "The mark {mark} is on the document as a whole; which lines it is about is not known, so the invoice does not have it."),
        new("Oznacz towary w kartotece programu albo pomiń, jeśli oznaczenie nie jest potrzebne odbiorcy.", "Mark the goods in your system, or ignore this where the buyer does not need the mark."));

    public static readonly FindingDefinition UnknownDictionary = Warning("KSF-1569",
        new("Słownika „{value}” nie znamy i pominięto go.", "The dictionary \"{value}\" is not known here, and was skipped."),
        new("Sprawdź, czy jego nazwa nie została zmieniona.", "Check that its name was not changed."));

    public static IReadOnlyList<FindingDefinition> All { get; } =
    [
        OfficePurpose, TooManyLines, CodePage, Utf8, NoInfo, Unreadable, FieldCount, Misplaced, Empty, NotANumber, NotADate, NoSuchCode, NumberRule, GoodsMissing,
        Totals, Rate, NotCarried, Dictionary, MarkLost, UnknownDictionary,
    ];
}
