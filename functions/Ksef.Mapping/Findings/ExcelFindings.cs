using Ksef.Invoices;
using static Ksef.Invoices.Define;

namespace Ksef.Mapping;

/// <summary>KSF-1593 to 1599: what only a workbook can have wrong.</summary>
internal static class ExcelFindings
{
    public static readonly FindingDefinition Protected = Error("KSF-1593",
        new("Skoroszyt jest zabezpieczony hasłem, więc nie można go odczytać.", "The workbook is protected by a password, so it cannot be read."),
        new("Zapisz go bez hasła (Plik > Informacje > Chroń skoroszyt > Szyfruj przy użyciu hasła: usuń hasło) i przekaż jeszcze raz.",
            "Save it without the password (File > Info > Protect Workbook > Encrypt with Password: clear it) and hand it over again."));

    public static readonly FindingDefinition OtherKind = Error("KSF-1594",
        new("Plik jest {kind}. Z arkuszy przyjmowany jest tylko format xlsx.", "The file is {kind}. Of spreadsheets only xlsx is taken."),
        new("Otwórz go w programie Excel albo LibreOffice i zapisz jako „Skoroszyt programu Excel (*.xlsx)”.",
            "Open it in Excel or LibreOffice and save it as \"Excel Workbook (*.xlsx)\"."));

    public static readonly FindingDefinition Damaged = Error("KSF-1595",
        new("Skoroszyt jest uszkodzony (część {part}): {what}. Nie wzięto z niego żadnej faktury.", "The workbook is damaged (part {part}): {what}. No invoice was taken from it."),
        new("Otwórz go w programie Excel albo LibreOffice, zapisz pod nową nazwą i przekaż jeszcze raz. Jeśli utworzył go inny program, zgłoś błąd jego dostawcy.",
            "Open it in Excel or LibreOffice, save it under a new name and hand it over again. If another program made it, report it to its supplier."));

    public static readonly FindingDefinition TooLarge = Error("KSF-1596",
        new("Skoroszyt jest za duży: przyjmuje się najwyżej {limit} {what}. Nie wzięto z niego żadnej faktury.", "The workbook is too large: at most {limit} {what} are taken. No invoice was taken from it."),
        new("Podziel dane na kilka plików. Jeśli danych jest mało, skopiuj je do nowego, pustego skoroszytu.",
            "Split the data into several files. If there is little data, copy it into a new, empty workbook."));

    public static readonly FindingDefinition NoSheet = Error("KSF-1597",
        new("W skoroszycie nie ma arkusza {sheet}. Ma on arkusze: {sheets}.", "The workbook has no sheet {sheet}. It has the sheets: {sheets}."),
        new("Popraw nazwę arkusza w mapping.json albo w skoroszycie. Bez nazwy w mapping.json brany jest pierwszy widoczny arkusz.",
            "Correct the name of the sheet in mapping.json or in the workbook. Without a name in mapping.json the first visible sheet is taken."));

    public static readonly FindingDefinition Merged = Error("KSF-1598",
        new("Komórki {range} są scalone. Wartość należy wtedy tylko do pierwszej z nich, a pozostałe są puste.",
            "The cells {range} are merged. The value then belongs to the first of them only, and the others are empty."),
        new("Rozdziel je (Narzędzia główne > Scal i wyśrodkuj > Rozdziel komórki) i wpisz wartość w każdej komórce.",
            "Unmerge them (Home > Merge & Center > Unmerge Cells) and enter the value in every cell."));

    public static readonly FindingDefinition CellFaulty = Error("KSF-1599",
        new("Komórki {cell} („{value}”) nie można odczytać: {fault}.", "The cell {cell} (\"{value}\") cannot be read: {fault}."),
        new("Popraw tę komórkę w arkuszu i zapisz skoroszyt ponownie.", "Correct this cell in the sheet and save the workbook again."));

    public static IReadOnlyList<FindingDefinition> All { get; } = [Protected, OtherKind, Damaged, TooLarge, NoSheet, Merged, CellFaulty];
}
