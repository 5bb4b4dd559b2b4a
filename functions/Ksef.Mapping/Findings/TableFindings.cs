using Ksef.Invoices;
using static Ksef.Invoices.Define;

namespace Ksef.Mapping;

/// <summary>KSF-1590 to 1599: what is wrong with a table, be it CSV or Excel.</summary>
internal static class TableFindings
{
    public static readonly FindingDefinition NoHeader = Error("KSF-1590",
        new("Nie znaleziono wiersza z nagłówkami: żaden z pierwszych {count} wierszy nie zawiera nagłówka numeru faktury.",
            "No row of headings was found: none of the first {count} rows has a heading for the invoice number."),
        new("Dodaj nagłówki według dokumentacji albo opisz swoje w mapping.json (columns, headerRow).",
            "Add headings by the documentation, or describe yours in mapping.json (columns, headerRow)."));

    public static readonly FindingDefinition HeadingTwice = Error("KSF-1591",
        new("Dwie kolumny ({first} i {second}) znaczą to samo: {field}.",
            "Two columns ({first} and {second}) mean the same: {field}."),
        new("Usuń jedną z nich albo opisz w mapping.json (columns), która się liczy.",
            "Remove one, or say in mapping.json (columns) which one counts."));

    public static readonly FindingDefinition UnknownHeading = Warning("KSF-1592",
        new("Kolumna „{heading}” nie jest znana i została pominięta.",
            "The column \"{heading}\" is not known and was passed over."),
        new("Opisz ją w mapping.json (columns) albo wpisz tam null, jeśli ma być pomijana.",
            "Describe it in mapping.json (columns), or write null there if it is to be passed over."));

    public static readonly FindingDefinition FieldCount = Error("KSF-1593",
        new("Wiersz ma {found} pól, a nagłówek {expected}.",
            "The row has {found} fields, the header {expected}."),
        new("Sprawdź, czy tekst z separatorem jest w cudzysłowie. Wiersza nie odczytano.",
            "Check that a text with the separator in it stands in quotation marks. The row was not read."));

    public static readonly FindingDefinition OpenQuote = Error("KSF-1594",
        new("Cudzysłów otwarty w tym wierszu nie jest zamknięty.",
            "The quotation mark opened in this row is not closed."),
        new("Zamknij cudzysłów albo podwój go w tekście. Dalszych wierszy nie odczytano.",
            "Close the quotation mark, or double it inside the text. The rows after it were not read."));

    public static readonly FindingDefinition TextAfterQuote = Error("KSF-1595",
        new("Po zamkniętym cudzysłowie stoi dalszy tekst, więc nie wiadomo, gdzie kończy się pole.",
            "Text follows a closed quotation mark: nobody knows where the field ends."),
        new("Podwój cudzysłowy wewnątrz tekstu. Wiersza nie odczytano.",
            "Double the quotation marks inside the text. The row was not read."));

    public static readonly FindingDefinition Encoding = Error("KSF-1596",
        new("Pliku nie da się odczytać w kodowaniu {encoding}.",
            "The file cannot be read as {encoding}."),
        new("Zapisz plik w kodowaniu UTF-8 albo popraw encoding w mapping.json.",
            "Save the file as UTF-8, or correct encoding in mapping.json."));

    public static readonly FindingDefinition RowsApart = Error("KSF-1597",
        new("Wiersze faktury {number} nie stoją obok siebie: numer ten pojawia się ponownie ({place}).",
            "The rows of the invoice {number} do not stand together: its number comes again ({place})."),
        new("Posortuj wiersze według numeru faktury, a jeśli to dwie faktury, popraw numer jednej z nich.",
            "Sort the rows by invoice number; if these are two invoices, correct the number of one."));

    public static readonly FindingDefinition SwallowedRow = Error("KSF-1598",
        new("Pole tego wiersza zawiera dalsze wiersze pliku: cudzysłów otwarty w nim zamyka się dopiero później.",
            "A field of this row holds further rows of the file: the quotation mark opened in it is closed only later."),
        new("Zamknij cudzysłów albo podwój go w tekście. Wierszy, które pole pochłonęło, nie odczytano.",
            "Close the quotation mark, or double it inside the text. The rows that the field swallowed were not read."));

    public static readonly FindingDefinition TooManyRows = Error("KSF-1599",
        new("Faktura ma w pliku więcej niż {limit} wierszy, a może mieć najwyżej {limit} pozycji.",
            "The invoice has more than {limit} rows in the file; it may have at most {limit} lines."),
        new("Sprawdź, czy numer faktury jest w każdym wierszu właściwy, albo podziel fakturę.",
            "Check that each row has the right invoice number, or divide the invoice."));

    public static IReadOnlyList<FindingDefinition> All { get; } =
    [
        NoHeader, HeadingTwice, UnknownHeading, FieldCount, OpenQuote, TextAfterQuote, Encoding, RowsApart, SwallowedRow, TooManyRows,
    ];
}
