using Ksef.Invoices;
using static Ksef.Invoices.Define;

namespace Ksef.Mapping;

/// <summary>KSF-1501 to 1509: what is wrong with a file of data as a whole, or with the company's own settings.</summary>
internal static class SourceFindings
{
    public static readonly FindingDefinition Unknown = Error("KSF-1501",
        new("Nie rozpoznano formatu pliku.",
            "The format of the file was not recognised."),
        new("Obsługiwane są: EPP, JPK_FA(4), XML dokumentów Comarch Optima, CSV, Excel (xlsx), JSON i JSONL oraz gotowe faktury XML.",
            "EPP, JPK_FA(4), document XML of Comarch Optima, CSV, Excel (xlsx), JSON and JSONL are taken, and finished invoices in XML."));

    public static readonly FindingDefinition NoInvoices = Error("KSF-1502",
        new("W pliku nie ma żadnej faktury.",
            "The file holds no invoice."),
        new("Sprawdź, czy eksport objął właściwy okres i dokumenty sprzedaży.",
            "Check that the export covers the right period and the sales documents."));

    public static readonly FindingDefinition MalformedJson = Error("KSF-1503",
        new("Zapis JSON jest w tym miejscu niepoprawny ({reason}).",
            "The JSON is not well-formed at this point ({reason})."),
        new("Popraw plik albo wyeksportuj go jeszcze raz. Faktury za tym miejscem nie zostały odczytane.",
            "Correct the file or export it again. The invoices after this point were not read."));

    public static readonly FindingDefinition UnknownMember = Warning("KSF-1504",
        new("Pole „{name}” nie należy do układu danych i zostało pominięte.",
            "The member \"{name}\" is not part of the layout and was passed over."),
        new("Popraw nazwę według dokumentacji układu albo opisz ją w mapping.json.",
            "Correct the name by the documentation of the layout, or describe it in mapping.json."));

    public static readonly FindingDefinition MemberTwice = Error("KSF-1505",
        new("Pole {field} podano dwa razy: „{name}” i „{other}”.",
            "The field {field} is given twice: \"{name}\" and \"{other}\"."),
        new("Zostaw jedno z nich.",
            "Keep one of them."));

    public static readonly FindingDefinition WrongShape = Error("KSF-1506",
        new("W polu „{name}” jest {found}, a powinno być: {expected}.",
            "The member \"{name}\" is {found}; expected: {expected}."),
        new("Popraw budowę pliku według dokumentacji układu.",
            "Correct the structure of the file by the documentation of the layout."));

    public static readonly FindingDefinition ProfileMistake = Error("KSF-1507",
        new("Profil firmy (company.json) ma błąd w polu „{name}”: {reason}.",
            "The company profile (company.json) has a mistake in \"{name}\": {reason}."),
        new("Popraw profil firmy. Wstrzymuje on tylko faktury, które tego pola potrzebują.",
            "Correct the company profile. It stops only the invoices that need this field."));

    public static readonly FindingDefinition MappingMistake = Error("KSF-1508",
        new("Odwzorowanie (mapping.json) ma błąd w polu „{name}”: {reason}.",
            "The mapping (mapping.json) has a mistake in \"{name}\": {reason}."),
        new("Popraw odwzorowanie.",
            "Correct the mapping."));

    public static readonly FindingDefinition UnknownElement = Error("KSF-1509",
        new("Struktura FA(3) nie ma w tym miejscu pola „{name}”.",
            "FA(3) has no field \"{name}\" at this place."),
        new("Popraw nazwę lub miejsce pola według struktury FA(3).",
            "Correct the name or the place of the field by the structure FA(3)."));

    public static IReadOnlyList<FindingDefinition> All { get; } =
    [
        Unknown, NoInvoices, MalformedJson, UnknownMember, MemberTwice, WrongShape, ProfileMistake, MappingMistake, UnknownElement,
    ];
}
