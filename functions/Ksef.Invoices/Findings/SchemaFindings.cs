using static Ksef.Invoices.Define;

namespace Ksef.Invoices;

/// <summary>KSF-11xx: which kind of document it is, and whether KSeF takes that kind.</summary>
internal static class SchemaFindings
{
    public static readonly FindingDefinition Unknown = Error("KSF-1101",
        new("Nie rozpoznano rodzaju dokumentu: element {root} (przestrzeń nazw: {namespace}) nie należy do żadnego wzoru faktury KSeF.",
            "The kind of document is not recognised: the element {root} (namespace: {namespace}) does not belong to any of KSeF's invoice schemas."),
        new("Wybierz w programie eksport faktury do KSeF według wzoru FA(3).", "Choose the export for KSeF in the schema FA(3) in your system."));

    public static readonly FindingDefinition FormCode = Error("KSF-1102",
        new("Nagłówek podaje wzór „{claimed}”, a dokument jest zapisany według wzoru „{actual}”.",
            "The header names the schema \"{claimed}\", but the document is written in \"{actual}\"."),
        new("Przestrzeń nazw i kod formularza (KodFormularza) muszą wskazywać ten sam wzór. Zaktualizuj program, który tworzy pliki.",
            "The namespace and the form code (KodFormularza) must name the same schema. Update the system that creates the files."));

    public static readonly FindingDefinition Namespace = Error("KSF-1103",
        new("Nagłówek podaje wzór „{claimed}”, ale przestrzeń nazw pliku do niego nie należy. Jest: {namespace}, powinna być: {expected}",
            "The header names the schema \"{claimed}\", but the file does not use its namespace. It uses {namespace} and should use {expected}"),
        new("Program tworzy pliki według roboczej lub nieaktualnej wersji wzoru. Zaktualizuj go.",
            "Your system creates files in a draft or outdated version of the schema. Update it."));

    public static readonly FindingDefinition NotAllowed = Error("KSF-1104",
        new("To środowisko KSeF nie przyjmuje faktur {schema}. Przyjmuje: {allowed}.",
            "This KSeF environment does not accept invoices in {schema}. It accepts: {allowed}."),
        new("Wybierz w programie eksport według jednego z przyjmowanych wzorów.", "Choose one of the accepted schemas in your system."));

    public static readonly FindingDefinition NotInBatch = Error("KSF-1105",
        new("Faktur {schema} nie można wysyłać w paczce ZIP.", "Invoices in {schema} cannot be sent in a ZIP package."),
        new("Wyślij tę fakturę jako osobny plik XML.", "Send this invoice as a single XML file."));

    public static readonly FindingDefinition RootName = Error("KSF-1106",
        new("Element główny to {root}, a musi nazywać się {expected}.", "The root element is {root}; it must be {expected}."),
        new("To błąd programu, który utworzył plik. Zgłoś go dostawcy programu.", "This is an error in the system that created the file. Report it to its supplier."));

    public static readonly FindingDefinition Wrapped = Error("KSF-1107",
        new("Element główny to {root}, a faktura jest dopiero w jego środku. Plik musi zawierać jedną fakturę, bez opakowania.",
            "The root element is {root}, and the invoice is inside it. A file must hold one invoice, without a wrapper."),
        new("Zapisz w pliku samą fakturę, od elementu Faktura do jego końca.", "Save the invoice alone, from its own root element to the end of it."));

    public static readonly FindingDefinition SeveralInvoices = Error("KSF-1108",
        new("Plik zawiera kilka faktur ({count}) we wspólnym elemencie {root}. W pliku może być tylko jedna faktura, bez opakowania.",
            "The file holds several invoices ({count}) in one element {root}. A file may hold only one invoice, without a wrapper."),
        new("Zapisz każdą fakturę w osobnym pliku. Wiele plików można przesłać razem w jednym archiwum ZIP.",
            "Save each invoice to a file of its own. Many files can be sent together in one ZIP archive."));

    public static IReadOnlyList<FindingDefinition> All { get; } = [Unknown, FormCode, Namespace, NotAllowed, NotInBatch, RootName, Wrapped, SeveralInvoices];
}
