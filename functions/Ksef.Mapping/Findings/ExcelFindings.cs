using Ksef.Invoices;
using static Ksef.Invoices.Define;

namespace Ksef.Mapping;

/// <summary>KSF-1601 to 1599: what only a workbook can have wrong.</summary>
internal static class ExcelFindings
{
    public static readonly FindingDefinition Protected = Error("KSF-1601",
        new("Skoroszyt jest zabezpieczony hasłem, więc nie można go odczytać.", "The workbook is protected by a password, so it cannot be read."),
        new("Zapisz go bez hasła (Plik > Informacje > Chroń skoroszyt > Szyfruj przy użyciu hasła: usuń hasło) i przekaż jeszcze raz.",
            "Save it without the password (File > Info > Protect Workbook > Encrypt with Password: clear it) and hand it over again."));

    public static readonly FindingDefinition OtherKind = Error("KSF-1602",
        new("Plik jest {kind}. Z arkuszy przyjmowany jest tylko format xlsx.", "The file is {kind}. Of spreadsheets only xlsx is taken."),
        new("Otwórz go w programie Excel albo LibreOffice i zapisz jako „Skoroszyt programu Excel (*.xlsx)”.",
            "Open it in Excel or LibreOffice and save it as \"Excel Workbook (*.xlsx)\"."));

    public static readonly FindingDefinition Damaged = Error("KSF-1603",
        new("Skoroszyt jest uszkodzony (część {part}): {what}. Nie wzięto z niego żadnej faktury.", "The workbook is damaged (part {part}): {what}. No invoice was taken from it."),
        new("Otwórz go w programie Excel albo LibreOffice, zapisz pod nową nazwą i przekaż jeszcze raz. Jeśli utworzył go inny program, zgłoś błąd jego dostawcy.",
            "Open it in Excel or LibreOffice, save it under a new name and hand it over again. If another program made it, report it to its supplier."));

    public static readonly FindingDefinition TooLarge = Error("KSF-1604",
        new("Skoroszyt jest za duży: przyjmuje się najwyżej {limit} {what}. Nie wzięto z niego żadnej faktury.", "The workbook is too large: at most {limit} {what} are taken. No invoice was taken from it."),
        new("Podziel dane na kilka plików. Jeśli danych jest mało, skopiuj je do nowego, pustego skoroszytu.",
            "Split the data into several files. If there is little data, copy it into a new, empty workbook."));

    public static readonly FindingDefinition NoSheet = Error("KSF-1605",
        new("W skoroszycie nie ma arkusza: {sheet}. Ma on arkusze: {sheets}.", "The workbook has no sheet: {sheet}. It has the sheets: {sheets}."),
        new("Popraw nazwę arkusza w mapping.json albo w skoroszycie. Bez nazwy w mapping.json brany jest pierwszy widoczny arkusz.",
            "Correct the name of the sheet in mapping.json or in the workbook. Without a name in mapping.json the first visible sheet is taken."));

    public static readonly FindingDefinition MergedHeader = Error("KSF-1606",
        new("W wierszu nagłówków komórki {range} są scalone, więc jeden nagłówek stoi nad kilkoma kolumnami albo wierszami.",
            "The cells {range} in the row of headings are merged: one heading stands above several columns or rows."),
        new("Rozdziel je (Narzędzia główne > Scal i wyśrodkuj > Rozdziel komórki) i nadaj każdej kolumnie własny nagłówek w jednym wierszu.",
            "Unmerge them (Home > Merge & Center > Unmerge Cells) and give each column a heading of its own, all in one row."));

    public static readonly FindingDefinition MergedCells = Error("KSF-1616",
        new("Pole {field} leży w scalonych komórkach ({value}), więc nie wiadomo, do której pozycji albo kolumny należy wartość.",
            "The field {field} lies in merged cells ({value}): nobody knows to which line or column the value belongs."),
        new("Rozdziel komórki (Narzędzia główne > Scal i wyśrodkuj > Rozdziel komórki) i wpisz wartość w każdym wierszu.",
            "Unmerge the cells (Home > Merge & Center > Unmerge Cells) and enter the value in each row."));

    public static readonly FindingDefinition NotComputed = Error("KSF-1607",
        new("Pole {field} ma w arkuszu formułę, której nikt nie obliczył, więc nie ma wartości.", "The field {field} has a formula in the sheet that was never computed, so it has no value."),
        new("Otwórz skoroszyt w programie Excel albo LibreOffice i zapisz go: program obliczy formuły. Albo wpisz wartość zamiast formuły.",
            "Open the workbook in Excel or LibreOffice and save it: that computes the formulas. Or enter the value instead of the formula."));

    public static readonly FindingDefinition NoSuchDay = Error("KSF-1608",
        new("Pole {field} ma w arkuszu format daty, ale liczba {value} nie oznacza żadnego dnia.", "The field {field} is formatted as a date in the sheet, but the number {value} stands for no day."),
        new("Wpisz datę jeszcze raz. Excel pokazuje w takiej komórce znaki ##### albo rok 1900.", "Enter the date again. Excel shows ##### or the year 1900 in such a cell."));

    public static readonly FindingDefinition Unreadable = Error("KSF-1609",
        new("Zapisu „{value}” w polu {field} arkusza nie można odczytać jako wartości komórki.", "What the sheet has for the field {field}, \"{value}\", cannot be read as the value of a cell."),
        new("Wpisz wartość w komórce jeszcze raz i zapisz skoroszyt. Jeśli utworzył go inny program, zgłoś błąd jego dostawcy.",
            "Enter the value of the cell again and save the workbook. If another program made it, report it to its supplier."));

    public static readonly FindingDefinition LostDigits = Error("KSF-1610",
        new("W polu {field} numer zapisano jako liczbę ({value}). Arkusz przechowuje tylko 15 cyfr liczby, więc dalsze cyfry przepadły.",
            "The number in the field {field} is stored as a quantity ({value}). A sheet keeps only 15 digits of it, so the others are lost."),
        new("Sformatuj kolumnę jako tekst i wpisz cały numer jeszcze raz: zmiana samego formatu nie przywróci cyfr.",
            "Format the column as text and enter the whole number again: changing the format alone does not bring the digits back."));

    public static readonly FindingDefinition NumberForText = Error("KSF-1611",
        new("W polu {field} oczekiwano tekstu, a w arkuszu jest liczba {value}, która na ekranie wygląda inaczej.", "The field {field} is a text, but the sheet has the number {value}, which looks different on the screen."),
        new("Sformatuj kolumnę jako tekst i wpisz wartość jeszcze raz.", "Format the column as text and enter the value again."));

    public static readonly FindingDefinition DateForOther = Error("KSF-1612",
        new("W polu {field} jest data {value}. Arkusz zamienia na daty wpisy takie jak 1/2026 albo 3-4, więc nie wiadomo, co wpisano.",
            "The field {field} holds the date {value}. A sheet turns entries such as 1/2026 or 3-4 into dates, so what was entered is not known."),
        new("Sformatuj kolumnę jako tekst (kwoty: jako liczbę) i wpisz wartość jeszcze raz.", "Format the column as text (amounts: as a number) and enter the value again."));

    public static readonly FindingDefinition TimeForOther = Error("KSF-1613",
        new("W polu {field} jest godzina albo czas trwania ({value}), a nie data, liczba ani tekst.", "The field {field} holds a time of day or a duration ({value}), not a date, a number or a text."),
        new("Popraw format komórki albo wpisz wartość jeszcze raz.", "Correct the format of the cell, or enter the value again."));

    public static readonly FindingDefinition PercentForOther = Error("KSF-1614",
        new("W polu {field} jest procent {value}, a nie kwota ani ilość.", "The field {field} holds the percentage {value}, not an amount or a quantity."),
        new("Zmień format komórki na liczbowy i sprawdź wartość.", "Change the format of the cell to a number and check the value."));

    public static readonly FindingDefinition FlagForOther = Error("KSF-1615",
        new("W polu {field} jest wartość logiczna ({value}), a nie tekst, liczba ani data.", "The field {field} holds a logical value ({value}), not a text, a number or a date."),
        new("Wpisz wartość w komórce jeszcze raz.", "Enter the value of the cell again."));

    public static IReadOnlyList<FindingDefinition> All { get; } =
    [
        Protected, OtherKind, Damaged, TooLarge, NoSheet, MergedHeader,
        NotComputed, NoSuchDay, Unreadable, LostDigits, NumberForText, DateForOther, TimeForOther, PercentForOther, FlagForOther, MergedCells,
    ];
}
