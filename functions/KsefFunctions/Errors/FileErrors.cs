namespace KsefFunctions.Errors;

/// <summary>KSF-2xxx: what is wrong with a dropped file before any invoice in it is looked at.</summary>
public static class FileErrors
{
    public static readonly ErrorDefinition WrongFolder = Business(
        "KSF-2001",
        "The file is not in a folder named after the company's NIP.",
        "Plik nie leży w folderze o nazwie równej NIP-owi firmy.",
        "Drop files as inbox/NIP/…/name.xml, with the ten digits of the NIP as the first folder.",
        "Umieść plik w inbox/NIP/…/nazwa.xml – pierwszym folderem musi być dziesięć cyfr NIP-u.");

    public static readonly ErrorDefinition WrongNipFolder = Business(
        "KSF-2002",
        "The folder {0} is no valid NIP: its check digit is wrong.",
        "Folder {0} nie jest poprawnym NIP-em: nie zgadza się cyfra kontrolna.",
        "Correct the folder name in the ERP's export settings and drop the file again.",
        "Popraw nazwę folderu w ustawieniach eksportu w ERP i prześlij plik ponownie.");

    public static readonly ErrorDefinition UnknownKind = Business(
        "KSF-2003",
        "Files ending in '{0}' are not read, only .xml and .zip.",
        "Pliki z rozszerzeniem '{0}' nie są odczytywane, tylko .xml i .zip.",
        "Export the invoice as XML, or several as one ZIP.",
        "Wyeksportuj fakturę jako XML albo kilka faktur w jednym archiwum ZIP.");

    public static readonly ErrorDefinition Replaced = Business(
        "KSF-2004",
        "The file was replaced or removed before it could be read. Nothing was sent from this version.",
        "Plik został podmieniony lub usunięty, zanim udało się go odczytać. Z tej wersji nic nie wysłano.",
        "If a newer version lies in the inbox, it is handled on its own. Otherwise drop the file again.",
        "Jeżeli w folderze wejściowym jest nowsza wersja, zostanie obsłużona osobno. W przeciwnym razie prześlij plik ponownie.");

    public static readonly ErrorDefinition TooLarge = Business(
        "KSF-2005",
        "The file has {0} bytes; the most that is read is {1}.",
        "Plik ma {0} bajtów; odczytywane są pliki do {1} bajtów.",
        "Split the package into smaller ones.",
        "Podziel paczkę na mniejsze.");

    public static readonly ErrorDefinition NoEnding = Business(
        "KSF-2006",
        "The name of the file has no ending. Only .xml and .zip are read.",
        "Nazwa pliku nie ma rozszerzenia. Odczytywane są tylko .xml i .zip.",
        "Drop the file again with the ending .xml, or .zip for several invoices in one archive.",
        "Prześlij plik ponownie z rozszerzeniem .xml, a kilka faktur w jednym archiwum z rozszerzeniem .zip.");

    public static readonly ErrorDefinition BrokenArchive = Business(
        "KSF-2101",
        "The file is not a readable ZIP archive.",
        "Plik nie jest czytelnym archiwum ZIP.",
        "Create the archive again and drop it once it is written completely.",
        "Utwórz archiwum ponownie i prześlij je dopiero po pełnym zapisaniu.");

    public static readonly ErrorDefinition EmptyArchive = Business(
        "KSF-2102",
        "The archive holds no invoice.",
        "Archiwum nie zawiera żadnej faktury.",
        "Check the export: a package needs at least one XML invoice.",
        "Sprawdź eksport: paczka musi zawierać co najmniej jedną fakturę XML.");

    public static readonly ErrorDefinition PathEscape = Business(
        "KSF-2103",
        "The archive entry '{0}' points outside the archive. The whole package was refused.",
        "Pozycja archiwum '{0}' wskazuje poza archiwum. Odrzucono całą paczkę.",
        "Create the archive with plain relative names. Archives like this can be an attack: ask where it comes from.",
        "Utwórz archiwum ze zwykłymi nazwami względnymi. Takie archiwum może być próbą ataku – ustal, skąd pochodzi.");

    public static readonly ErrorDefinition NestedArchive = Business(
        "KSF-2104",
        "The archive entry '{0}' is itself an archive. It was not sent.",
        "Pozycja archiwum '{0}' sama jest archiwum. Nie została wysłana.",
        "Put the invoices directly into one ZIP.",
        "Umieść faktury bezpośrednio w jednym archiwum ZIP.");

    public static readonly ErrorDefinition TooManyEntries = Business(
        "KSF-2105",
        "The archive holds {0} files; KSeF takes at most {1} invoices in one package.",
        "Archiwum zawiera {0} plików; KSeF przyjmuje w jednej paczce najwyżej {1} faktur.",
        "Split the package.",
        "Podziel paczkę.");

    public static readonly ErrorDefinition SuspiciousCompression = Business(
        "KSF-2106",
        "The archive entry '{0}' unpacks to more than an invoice may have. The whole package was refused.",
        "Pozycja archiwum '{0}' po rozpakowaniu przekracza dopuszczalny rozmiar faktury. Odrzucono całą paczkę.",
        "Create the archive again from the invoices. Archives like this can be an attack: ask where it comes from.",
        "Utwórz archiwum ponownie z faktur. Takie archiwum może być próbą ataku – ustal, skąd pochodzi.");

    public static readonly ErrorDefinition SameInvoiceTwice = Business(
        "KSF-2107",
        "The package holds this invoice twice; the first is '{0}'. It is sent once.",
        "Paczka zawiera tę fakturę dwukrotnie; pierwsza to '{0}'. Zostanie wysłana jeden raz.",
        "Nothing, if it is the same invoice. The KSeF number stands at the first one.",
        "Nic, jeżeli to ta sama faktura. Numer KSeF jest przy pierwszej.");

    public static readonly ErrorDefinition NotAnInvoiceEntry = Business(
        "KSF-2108",
        "The archive entry '{0}' is no XML file. It was not sent.",
        "Pozycja archiwum '{0}' nie jest plikiem XML. Nie została wysłana.",
        "Put only XML invoices into the package.",
        "Umieszczaj w paczce tylko faktury XML.");

    public static readonly ErrorDefinition EncryptedArchive = Business(
        "KSF-2109",
        "The archive entry '{0}' is password-protected and cannot be read.",
        "Pozycja archiwum '{0}' jest chroniona hasłem i nie można jej odczytać.",
        "Create the archive without a password; the transfer itself is encrypted.",
        "Utwórz archiwum bez hasła; sama transmisja jest szyfrowana.");

    public static readonly ErrorDefinition BrokenEntry = Business(
        "KSF-2110",
        "The archive entry '{0}' is damaged and cannot be unpacked. It was not sent.",
        "Pozycja archiwum '{0}' jest uszkodzona i nie można jej rozpakować. Nie została wysłana.",
        "Create the archive again and drop it once it is written completely.",
        "Utwórz archiwum ponownie i prześlij je dopiero po pełnym zapisaniu.");

    public static readonly ErrorDefinition Refused = Business(
        "KSF-2301",
        "{0} refused to send this file.",
        "{0} – odmowa wysłania tego pliku.",
        "Ask the person named. The file can be replayed once the matter is settled.",
        "Zapytaj wskazaną osobę. Po wyjaśnieniu plik można uruchomić ponownie.");

    public static IReadOnlyList<ErrorDefinition> All { get; } =
    [
        WrongFolder, WrongNipFolder, UnknownKind, Replaced, TooLarge, NoEnding,
        BrokenArchive, EmptyArchive, PathEscape, NestedArchive, TooManyEntries, SuspiciousCompression,
        SameInvoiceTwice, NotAnInvoiceEntry, EncryptedArchive, BrokenEntry, Refused,
    ];

    private static ErrorDefinition Business(string code, string text, string textPl, string whatToDo, string whatToDoPl) =>
        new(code, ErrorKind.Business, text, textPl, whatToDo, whatToDoPl);
}
