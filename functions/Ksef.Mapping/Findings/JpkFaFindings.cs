using Ksef.Invoices;
using static Ksef.Invoices.Define;

namespace Ksef.Mapping;

/// <summary>KSF-157x and 158x: what is wrong with a JPK_FA file, its invoices and lines.</summary>
internal static class JpkFaFindings
{
    private static readonly Words Supplier = new("To błąd programu, który utworzył plik. Zgłoś go dostawcy programu.", "This is an error in the system that created the file. Report it to its supplier.");

    private static readonly Words OtherWay = new(
        "Podaj tę fakturę w układzie prostym (CSV, Excel, JSON) albo jako gotowy XML.", "Give this invoice in the simple layout (CSV, Excel, JSON) or as finished XML.");

    public static readonly FindingDefinition OlderVersion = Error("KSF-1570",
        new("Plik jest w wersji {version}. Przyjmujemy JPK_FA(4).", "The file is of version {version}. JPK_FA(4) is taken."),
        new("Wybierz w programie JPK_FA w wersji 4 (obowiązuje od 1 kwietnia 2022 r.) i wyślij nowy plik.", "In your system choose JPK_FA version 4 (in force since 1 April 2022), and send the new file."));

    public static readonly FindingDefinition Namespace = Error("KSF-1571",
        new("Plik ma przestrzeń nazw „{namespace}”, której nie ma żadna wersja JPK_FA. JPK_FA(4) ma: {expected}", "The file has the namespace \"{namespace}\", which no version of JPK_FA has. JPK_FA(4) has: {expected}"), Supplier);

    public static readonly FindingDefinition NotWellFormed = Error("KSF-1572",
        new("Plik nie jest poprawnym XML od wiersza {line}, znak {column}: jest ucięty, uszkodzony albo zawiera DTD.", "The file is not well-formed XML from line {line}, character {column}: it was cut off, is damaged, or has a DTD."),
        new("Wyeksportuj plik z programu ponownie.", "Export the file from your system again."));

    public static readonly FindingDefinition NumberTwice = Error("KSF-1573",
        new("Numer {number} ma w pliku kilka faktur, więc nie wiadomo, które pozycje do której należą.", "Several invoices of the file have the number {number}, so which lines belong to which is not known."),
        new("Popraw numery w programie albo wyślij te faktury w osobnych plikach.", "Correct the numbers in your system, or send these invoices in files of their own."));

    public static readonly FindingDefinition LineWithoutInvoice = Error("KSF-1574",
        new("Pozycja należy do faktury {number}, której w pliku nie ma.", "The line belongs to the invoice {number}, which is not in the file."),
        new("Wyeksportuj plik razem z tą fakturą.", "Export the file together with that invoice."));

    public static readonly FindingDefinition UnknownField = Error("KSF-1575",
        new("Pola {field} nie ma w części {parent} wzoru JPK_FA(4).", "JPK_FA(4) has no field {field} in {parent}."), Supplier);

    public static readonly FindingDefinition FieldTwice = Error("KSF-1576",
        new("Pole {field} występuje w części {parent} dwa razy.", "The field {field} comes twice in {parent}."), Supplier);

    public static readonly FindingDefinition NotANumber = Error("KSF-1577",
        new("Pole {field} ma wartość „{value}”, która nie jest liczbą (cyfry z kropką, bez spacji).", "The field {field} has the value \"{value}\", which is no number (digits with a point, without blanks)."), Supplier);

    public static readonly FindingDefinition NotADate = Error("KSF-1578",
        new("Pole {field} ma wartość „{value}”, która nie jest datą RRRR-MM-DD.", "The field {field} has the value \"{value}\", which is no date YYYY-MM-DD."), Supplier);

    public static readonly FindingDefinition NoSuchCode = Error("KSF-1579",
        new("Pole {field} ma wartość „{value}”, której wzór w nim nie dopuszcza.", "The field {field} has the value \"{value}\", which the schema does not allow there."), Supplier);

    public static readonly FindingDefinition NotCarried = Error("KSF-1580",
        new("Pole {field} mówi, że faktura wymaga danych, których JPK_FA nie przenosi ({what}).", "The field {field} says that the invoice needs data that JPK_FA does not carry ({what})."), OtherWay);

    public static readonly FindingDefinition NumberMissing = Error("KSF-1581",
        new("W części {parent} brakuje numeru faktury ({field}).", "{parent} has no number of an invoice ({field})."), Supplier);

    public static readonly FindingDefinition ControlSum = Warning("KSF-1582",
        new("Suma kontrolna {field} podaje {stated}, a w pliku jest {computed}.", "The control sum {field} states {stated}, the file has {computed}."),
        new("Sprawdź, czy plik zawiera wszystkie faktury. Wiele programów liczy te sumy błędnie.", "Check whether the file has all invoices. Many systems reckon these sums wrongly."));

    public static readonly FindingDefinition TooManyLines = Error("KSF-1583",
        new("Faktura ma więcej pozycji, niż mieści FA(3) ({limit}).", "The invoice has more lines than FA(3) can hold ({limit})."),
        new("Podziel ją na kilka faktur.", "Divide it into several invoices."));

    public static readonly FindingDefinition LinesAndOrder = Error("KSF-1584",
        new("Faktura zaliczkowa ma i pozycje (FakturaWiersz), i zamówienie (Zamowienie); FA(3) ma miejsce tylko na zamówienie.", "The advance invoice has both lines (FakturaWiersz) and an order (Zamowienie); FA(3) has room only for the order."), OtherWay);

    public static IReadOnlyList<FindingDefinition> All { get; } =
    [
        OlderVersion, Namespace, NotWellFormed, NumberTwice, LineWithoutInvoice, UnknownField, FieldTwice, NotANumber, NotADate, NoSuchCode, NotCarried, NumberMissing,
        ControlSum, TooManyLines, LinesAndOrder,
    ];
}
