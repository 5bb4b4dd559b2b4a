using static Ksef.Invoices.Define;

namespace Ksef.Invoices;

/// <summary>KSF-10xx: what is wrong with the file itself (KSeF API documentation, "Weryfikacja faktury", section "Weryfikacja XML").</summary>
internal static class FileFindings
{
    public static readonly FindingDefinition Empty = Error("KSF-1001",
        new("Plik jest pusty.", "The file is empty."),
        new("Wyeksportuj fakturę z programu jeszcze raz.", "Export the invoice from your system again."));

    public static readonly FindingDefinition TooLarge = Error("KSF-1002",
        new("Plik ma {size} bajtów, a faktura bez załącznika może mieć najwyżej {limit}.",
            "The file has {size} bytes; an invoice without an attachment may have at most {limit}."),
        new("Usuń z faktury zbędne dane, na przykład bardzo długie opisy, albo podziel ją na kilka faktur.",
            "Remove what is not needed, such as very long descriptions, or split the invoice."));

    public static readonly FindingDefinition TooLargeForAny = Error("KSF-1003",
        new("Plik ma {size} bajtów. KSeF nie przyjmuje faktur większych niż {limit} bajtów, nawet z załącznikiem.",
            "The file has {size} bytes. KSeF accepts no invoice larger than {limit} bytes, even with an attachment."),
        new("Skróć załącznik albo podziel fakturę na kilka faktur.", "Shorten the attachment or split the invoice."));

    public static readonly FindingDefinition ByteOrderMark = Error("KSF-1004",
        new("Plik zaczyna się od niewidocznego znacznika BOM, a KSeF takich plików nie przyjmuje.",
            "The file starts with an invisible byte order mark (BOM); KSeF rejects such files."),
        new("Zapisz plik w kodowaniu „UTF-8 bez BOM” (ustawienie eksportu w programie).",
            "Save the file as \"UTF-8 without BOM\" (an export setting of your system)."));

    public static readonly FindingDefinition InvalidUtf8 = Error("KSF-1005",
        new("W tym miejscu są bajty ({bytes}), które w kodowaniu UTF-8 nie oznaczają żadnego znaku. Najczęściej to polskie litery zapisane w innym kodowaniu.",
            "The bytes at this point ({bytes}) are not valid UTF-8. Usually they are Polish letters saved in another encoding."),
        new("Ustaw w programie eksport w kodowaniu UTF-8 i wyeksportuj fakturę ponownie.",
            "Set your system to export in UTF-8 and export the invoice again."));

    public static readonly FindingDefinition OtherEncodingDeclared = Error("KSF-1006",
        new("Plik deklaruje kodowanie „{encoding}”. KSeF przyjmuje wyłącznie UTF-8.",
            "The file declares the encoding \"{encoding}\". KSeF accepts only UTF-8."),
        new("Ustaw w programie eksport w kodowaniu UTF-8. Sama zmiana deklaracji nie wystarczy.",
            "Set your system to export in UTF-8. Changing the declaration alone is not enough."));

    public static readonly FindingDefinition NotUtf8 = Error("KSF-1007",
        new("Plik jest zapisany w kodowaniu {encoding} zamiast w UTF-8.", "The file is saved in {encoding} instead of UTF-8."),
        new("Ustaw w programie eksport w kodowaniu UTF-8.", "Set your system to export in UTF-8."));

    public static readonly FindingDefinition NotXml = Error("KSF-1008",
        new("Plik nie jest dokumentem XML. Wygląda na {kind}.", "The file is not an XML document. It looks like {kind}."),
        new("Wyślij fakturę ustrukturyzowaną w formacie XML. PDF, skan ani arkusz nie jest fakturą ustrukturyzowaną.",
            "Send the structured invoice in XML. A PDF, a scan or a spreadsheet is not a structured invoice."));

    public static readonly FindingDefinition Truncated = Error("KSF-1009",
        new("Plik urywa się przed końcem faktury (ostatni niezamknięty element: {element}).",
            "The file breaks off before the invoice ends (last element left open: {element})."),
        new("Plik prawdopodobnie nie został zapisany lub skopiowany do końca. Wyeksportuj go ponownie.",
            "The file was probably not saved or copied to its end. Export it again."));

    public static readonly FindingDefinition Malformed = Error("KSF-1010",
        new("W tym miejscu zapis XML jest niepoprawny i dalszej części pliku nie da się odczytać.",
            "The XML is not well-formed at this point, and the rest of the file cannot be read."),
        new("Przekaż plik dostawcy programu, który go utworzył.", "Pass the file on to the supplier of the system that created it."));

    public static readonly FindingDefinition MismatchedTags = Error("KSF-1011",
        new("Element {opened}, otwarty w wierszu {openedLine}, zamknięto tu jako {closed}.",
            "The element {opened}, opened in line {openedLine}, is closed here as {closed}."),
        new("Przekaż plik dostawcy programu, który go utworzył.", "Pass the file on to the supplier of the system that created it."));

    public static readonly FindingDefinition BareAmpersand = Error("KSF-1012",
        new("Znak „&” zapisano wprost. W pliku XML trzeba go zapisać jako „&amp;”.",
            "The character \"&\" is not escaped. In XML it must be written as \"&amp;\"."),
        new("Zwykle chodzi o nazwę firmy lub towaru. Popraw zapis albo zgłoś błąd dostawcy programu.",
            "This is usually a company's or a product's name. Correct it, or report it to the supplier of your system."));

    public static readonly FindingDefinition UnknownEntity = Error("KSF-1013",
        new("Zapis „&{entity};” nie jest dozwolony na fakturze.", "The notation \"&{entity};\" is not allowed in an invoice."),
        new("Zastąp go zwykłym znakiem. Dozwolone są tylko: &amp; &lt; &gt; &quot; &apos;",
            "Replace it with the plain character. Only these are allowed: &amp; &lt; &gt; &quot; &apos;"));

    public static readonly FindingDefinition DocumentType = Error("KSF-1014",
        new("Plik zawiera deklarację DOCTYPE. Może ona definiować skróty i odwołania do innych plików, dlatego faktura nie może jej mieć.",
            "The file has a DOCTYPE declaration. It could define abbreviations and references to other files, so an invoice must not have one."),
        new("Usuń deklarację DOCTYPE z eksportu faktury.", "Remove the DOCTYPE declaration from the export."));

    public static readonly FindingDefinition ProcessingInstruction = Error("KSF-1015",
        new("Plik zawiera instrukcję przetwarzania „<?{target} …?>”, a KSeF takich nie przyjmuje.",
            "The file has a processing instruction \"<?{target} …?>\", which KSeF rejects."),
        new("Usuń ją. Najczęściej jest to odwołanie do arkusza stylów (xml-stylesheet).",
            "Remove it. Most often it is a reference to a style sheet (xml-stylesheet)."));

    public static readonly FindingDefinition DiscouragedCharacter = Error("KSF-1016",
        new("Plik zawiera znak {character}, którego KSeF nie przyjmuje (liczba takich znaków w pliku: {count}).",
            "The file contains the character {character}, which KSeF rejects (such characters in the file: {count})."),
        new("Takie niewidoczne znaki powstają zwykle przy błędnej zamianie kodowania polskich liter. Wpisz poprawny tekst w programie i wyeksportuj fakturę ponownie.",
            "Such invisible characters usually come from a wrong conversion of Polish letters. Enter the text again in your system and export the invoice again."));

    public static readonly FindingDefinition ForbiddenCharacter = Error("KSF-1017",
        new("Plik zawiera znak {character}, niedozwolony w dokumentach XML (liczba takich znaków w pliku: {count}).",
            "The file contains the character {character}, which XML does not allow (such characters in the file: {count})."),
        new("Usuń ten znak z opisu w programie; często trafia tam przez wklejanie tekstu.",
            "Remove the character from the text in your system; it often gets there through pasting."));

    public static readonly FindingDefinition Declaration = Error("KSF-1018",
        new("Początek pliku (deklaracja „<?xml …?>”) jest niepoprawny.", "The start of the file (the declaration \"<?xml …?>\") is not valid."),
        new("Plik powinien zaczynać się dokładnie tak: <?xml version=\"1.0\" encoding=\"UTF-8\"?>",
            "The file should start exactly like this: <?xml version=\"1.0\" encoding=\"UTF-8\"?>"));

    public static readonly FindingDefinition TooDeep = Error("KSF-1019",
        new("Elementy pliku są zagnieżdżone głębiej, niż to możliwe na fakturze (najwyżej {limit} poziomów).",
            "The elements of the file are nested deeper than an invoice can be (at most {limit} levels)."),
        new("Przekaż plik dostawcy programu, który go utworzył.", "Pass the file on to the supplier of the system that created it."));

    public static readonly FindingDefinition HtmlPage = Error("KSF-1020",
        new("Plik jest stroną HTML, a nie fakturą.", "The file is an HTML page, not an invoice."),
        new("Zwykle jest to strona logowania albo komunikat o błędzie, zapisane w miejscu faktury. Pobierz lub wyeksportuj fakturę jeszcze raz.",
            "Usually a login page or an error message was saved in the invoice's place. Download or export the invoice again."));

    public static readonly FindingDefinition EncodingSpelling = Error("KSF-1021",
        new("Deklaracja podaje kodowanie jako „{encoding}”, a jego nazwa to UTF-8.", "The declaration calls the encoding \"{encoding}\"; its name is UTF-8."),
        new("Zmień w eksporcie deklarację na: <?xml version=\"1.0\" encoding=\"UTF-8\"?>", "Change the declaration in the export to: <?xml version=\"1.0\" encoding=\"UTF-8\"?>"));

    public static readonly FindingDefinition BareLessThan = Error("KSF-1022",
        new("Znak „<” w polu {element} (wiersz {line} pliku) zapisano wprost. W pliku XML trzeba go zapisać jako „&lt;”.",
            "The character \"<\" in the field {element} (line {line} of the file) is not escaped. In XML it must be written as \"&lt;\"."),
        new("Zwykle chodzi o nazwę towaru lub usługi. Popraw zapis albo zgłoś błąd dostawcy programu.",
            "This is usually in the name of goods or a service. Correct it, or report it to the supplier of your system."));

    public static readonly FindingDefinition SecondDocument = Error("KSF-1023",
        new("W wierszu {line} zaczyna się druga faktura lub inny dokument. W pliku może być tylko jedna faktura.",
            "A second invoice or another document starts in line {line}. A file may hold only one invoice."),
        new("Zapisz każdą fakturę w osobnym pliku. Wiele plików można przesłać razem w jednym archiwum ZIP.",
            "Save each invoice to a file of its own. Many files can be sent together in one ZIP archive."));

    public static readonly FindingDefinition TextAfterEnd = Error("KSF-1024",
        new("Za końcem faktury stoi jeszcze jakiś tekst.", "There is more text after the end of the invoice."),
        new("Plik został prawdopodobnie nadpisany lub sklejony z innym. Wyeksportuj fakturę ponownie.",
            "The file was probably overwritten in part or joined with another one. Export the invoice again."));

    public static IReadOnlyList<FindingDefinition> All { get; } =
    [
        Empty, TooLarge, TooLargeForAny, ByteOrderMark, InvalidUtf8, OtherEncodingDeclared, NotUtf8, NotXml, Truncated, Malformed, MismatchedTags,
        BareAmpersand, UnknownEntity, DocumentType, ProcessingInstruction, DiscouragedCharacter, ForbiddenCharacter, Declaration, TooDeep,
        HtmlPage, EncodingSpelling, BareLessThan, SecondDocument, TextAfterEnd,
    ];
}
