namespace KsefFunctions.Errors;

/// <summary>KSF-20xx and KSF-23xx: what is wrong with a dropped file before anything in it is looked at.</summary>
public static class FileErrors
{
    public static readonly ErrorDefinition WrongFolder = Business(
        "KSF-2001", Party.Erp, Replay.Useless,
        "The file is not in a folder named after the company's NIP.",
        "Plik nie leży w folderze o nazwie równej NIP-owi firmy.",
        "Drop files as inbox/NIP/…/name.xml, with the ten digits of the NIP as the first folder.",
        "Umieść plik w inbox/NIP/…/nazwa.xml – pierwszym folderem musi być dziesięć cyfr NIP-u.");

    public static readonly ErrorDefinition WrongNipFolder = Business(
        "KSF-2002", Party.Erp, Replay.Useless,
        "The folder {0} is no valid NIP: its check digit is wrong.",
        "Folder {0} nie jest poprawnym NIP-em: nie zgadza się cyfra kontrolna.",
        "Correct the folder name in the ERP's export settings and drop the file again.",
        "Popraw nazwę folderu w ustawieniach eksportu w ERP i prześlij plik ponownie.");

    public static readonly ErrorDefinition UnknownKind = Business(
        "KSF-2003", Party.Erp, Replay.Useless,
        "Files ending in '{0}' are not read. Expected are .xml and .zip, or .epp, .csv, .xlsx, .json and .jsonl for data of which invoices are made.",
        "Pliki z rozszerzeniem '{0}' nie są odczytywane. Oczekiwane są .xml i .zip albo .epp, .csv, .xlsx, .json i .jsonl – dla danych, z których powstają faktury.",
        "Nothing, if the file is renamed once it is written: it is taken under its last name. Otherwise export the invoice as XML, or several as one ZIP.",
        "Nic, jeżeli plik po zapisaniu zmienia nazwę – zostanie przyjęty pod ostateczną. W przeciwnym razie wyeksportuj fakturę jako XML albo kilka w jednym archiwum ZIP.");

    public static readonly ErrorDefinition Replaced = Business(
        "KSF-2004", Party.Erp, Replay.OnceMended,
        "The file was replaced or removed before it could be read. Nothing was sent from this version.",
        "Plik został podmieniony lub usunięty, zanim udało się go odczytać. Z tej wersji nic nie wysłano.",
        "If a newer version lies in the inbox, it is handled on its own. Otherwise drop the file again.",
        "Jeżeli w folderze wejściowym jest nowsza wersja, zostanie obsłużona osobno. W przeciwnym razie prześlij plik ponownie.");

    public static readonly ErrorDefinition TooLarge = Business(
        "KSF-2005", Party.Erp, Replay.Useless,
        "The file has {0} bytes; the most that is read is {1}.",
        "Plik ma {0} bajtów; odczytywane są pliki do {1} bajtów.",
        "Split the package into smaller ones.",
        "Podziel paczkę na mniejsze.");

    public static readonly ErrorDefinition Empty = Business(
        "KSF-2006", Party.Erp, Replay.Useless,
        "The file is empty.",
        "Plik jest pusty.",
        "Export it again, and drop it once it is written completely.",
        "Wyeksportuj go ponownie i prześlij dopiero po pełnym zapisaniu.");

    public static readonly ErrorDefinition NoEnding = Business(
        "KSF-2007", Party.Erp, Replay.Useless,
        "The name of the file has no ending. Files ending in .xml, .zip, .epp, .csv, .xlsx, .json and .jsonl are read.",
        "Nazwa pliku nie ma rozszerzenia. Odczytywane są pliki .xml, .zip, .epp, .csv, .xlsx, .json i .jsonl.",
        "Set the ERP's export to names that end in .xml, or .zip for a package, and drop the file again under such a name.",
        "Ustaw w ERP eksport pod nazwą z rozszerzeniem .xml, a paczki – .zip, i prześlij plik ponownie pod taką nazwą.");

    public static readonly ErrorDefinition XmlNamedZip = Business(
        "KSF-2008", Party.Erp, Replay.Useless,
        "The file is an XML document, though its name ends in .zip.",
        "Plik jest dokumentem XML, choć jego nazwa kończy się na .zip.",
        "Drop it again under a name that ends in .xml, or put it into a ZIP archive.",
        "Prześlij go ponownie pod nazwą z rozszerzeniem .xml albo umieść w archiwum ZIP.");

    public static readonly ErrorDefinition ZipNamedXml = Business(
        "KSF-2009", Party.Erp, Replay.Useless,
        "The file is a ZIP archive, though its name ends in .xml.",
        "Plik jest archiwum ZIP, choć jego nazwa kończy się na .xml.",
        "Drop it again under a name that ends in .zip.",
        "Prześlij go ponownie pod nazwą z rozszerzeniem .zip.");

    public static readonly ErrorDefinition KeptBack = Business(
        "KSF-2010", Party.Erp, Replay.OnceMended,
        "The invoice is right, but it is kept back because others of its file are not: the company's profile asks for all or nothing.",
        "Faktura jest poprawna, ale została wstrzymana, bo inne w tym pliku nie są: profil firmy żąda wszystkich albo żadnej.",
        "Correct the other invoices and drop the file again, or switch allOrNothing off in company.json.",
        "Popraw pozostałe faktury i prześlij plik ponownie albo wyłącz allOrNothing w company.json.");

    public static readonly ErrorDefinition Refused = Business(
        "KSF-2301", Party.Finance, Replay.OnceMended,
        "{0} refused to send this file.",
        "{0} – odmowa wysłania tego pliku.",
        "Ask the person named. The file can be replayed once the matter is settled.",
        "Zapytaj wskazaną osobę. Po wyjaśnieniu plik można uruchomić ponownie.");

    public static readonly ErrorDefinition CheckedOnly = new(
        "KSF-2302", ErrorKind.Note, Party.Nobody, Replay.NotNeeded,
        "Checked only (dry run): nothing was sent. The same file dropped again when the dry run is over is sent to KSeF.",
        "Plik tylko sprawdzono (tryb próbny) – niczego nie wysłano. Ten sam plik przesłany ponownie po zakończeniu trybu próbnego zostanie wysłany do KSeF.",
        "Nothing during the trial. Afterwards drop it again if its invoices are to go out this way, and never if they went to KSeF in another.",
        "Nic w czasie próby. Po jej zakończeniu prześlij plik ponownie, jeżeli faktury mają być wysłane tą drogą – i nigdy, jeżeli trafiły do KSeF inną.");

    public static IReadOnlyList<ErrorDefinition> All { get; } =
        [WrongFolder, WrongNipFolder, UnknownKind, Replaced, TooLarge, Empty, NoEnding, XmlNamedZip, ZipNamedXml, KeptBack, Refused, CheckedOnly];

    private static ErrorDefinition Business(string code, Party responsible, Replay replay, string text, string textPl, string whatToDo, string whatToDoPl) =>
        new(code, ErrorKind.Business, responsible, replay, text, textPl, whatToDo, whatToDoPl);
}
