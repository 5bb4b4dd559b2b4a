
namespace KsefFunctions.Errors;

/// <summary>KSF-21xx: what is wrong with an archive, or with an entry of it before it is looked at as an invoice.</summary>
public static class ArchiveErrors
{
    public static readonly ErrorDefinition BrokenArchive = Business(
        "KSF-2101", Party.Erp, Replay.Useless,
        "The file is not a readable ZIP archive.",
        "Plik nie jest czytelnym archiwum ZIP.",
        "Create the archive again and drop it once it is written completely.",
        "Utwórz archiwum ponownie i prześlij je dopiero po pełnym zapisaniu.");

    public static readonly ErrorDefinition EmptyArchive = Business(
        "KSF-2102", Party.Erp, Replay.Useless,
        "The archive holds no invoice.",
        "Archiwum nie zawiera żadnej faktury.",
        "Check the export: a package needs at least one XML invoice.",
        "Sprawdź eksport: paczka musi zawierać co najmniej jedną fakturę XML.");

    public static readonly ErrorDefinition PathEscape = Business(
        "KSF-2103", Party.Erp, Replay.Useless,
        "The archive entry '{0}' points outside the archive: its name has a part '..' or a drive. It was not sent.",
        "Pozycja archiwum '{0}' wskazuje poza archiwum: jej nazwa zawiera część '..' albo literę dysku. Nie została wysłana.",
        "Create the archive with plain relative names. If it is not your own archiver that writes such names, ask where the archive comes from.",
        "Utwórz archiwum ze zwykłymi nazwami względnymi. Jeżeli takich nazw nie zapisuje Twój program, ustal, skąd pochodzi archiwum.");

    public static readonly ErrorDefinition NestedArchive = Business(
        "KSF-2104", Party.Erp, Replay.Useless,
        "The archive entry '{0}' is itself an archive. It was not sent.",
        "Pozycja archiwum '{0}' sama jest archiwum. Nie została wysłana.",
        "Put the invoices directly into one ZIP.",
        "Umieść faktury bezpośrednio w jednym archiwum ZIP.");

    public static readonly ErrorDefinition TooManyEntries = Business(
        "KSF-2105", Party.Erp, Replay.Useless,
        "The archive holds {0} files; KSeF takes at most {1} invoices in one package.",
        "Archiwum zawiera {0} plików; KSeF przyjmuje w jednej paczce najwyżej {1} faktur.",
        "Split the package.",
        "Podziel paczkę.");

    public static readonly ErrorDefinition SuspiciousCompression = Business(
        "KSF-2106", Party.Erp, Replay.Useless,
        "The archive entry '{0}' unpacks to much more than an invoice may have. It was not sent.",
        "Pozycja archiwum '{0}' po rozpakowaniu wielokrotnie przekracza dopuszczalny rozmiar faktury. Nie została wysłana.",
        "Create the archive again from the invoices. Entries like this can be an attack: ask where the archive comes from.",
        "Utwórz archiwum ponownie z faktur. Taka pozycja może być próbą ataku – ustal, skąd pochodzi archiwum.");

    public static readonly ErrorDefinition SameInvoiceTwice = new(
        "KSF-2107", ErrorKind.Note, Party.Nobody, Replay.NotNeeded,
        "The package holds this invoice twice; the first is '{0}'. It is sent once.",
        "Paczka zawiera tę fakturę dwukrotnie; pierwsza to '{0}'. Zostanie wysłana jeden raz.",
        "Nothing. The KSeF number of the first is named beside it.",
        "Nic. Obok podano numer KSeF pierwszej.");

    public static readonly ErrorDefinition NotAnInvoiceEntry = Business(
        "KSF-2108", Party.Erp, Replay.Useless,
        "The archive entry '{0}' is no XML file. It was not sent.",
        "Pozycja archiwum '{0}' nie jest plikiem XML. Nie została wysłana.",
        "Put only XML invoices into the package.",
        "Umieszczaj w paczce tylko faktury XML.");

    public static readonly ErrorDefinition EncryptedArchive = Business(
        "KSF-2109", Party.Erp, Replay.Useless,
        "The archive entry '{0}' is password-protected and cannot be read.",
        "Pozycja archiwum '{0}' jest chroniona hasłem i nie można jej odczytać.",
        "Create the archive without a password; the transfer itself is encrypted.",
        "Utwórz archiwum bez hasła; sama transmisja jest szyfrowana.");

    public static readonly ErrorDefinition BrokenEntry = Business(
        "KSF-2110", Party.Erp, Replay.Useless,
        "The archive entry '{0}' is damaged: what unpacks is not what was packed. It was not sent.",
        "Pozycja archiwum '{0}' jest uszkodzona: po rozpakowaniu nie jest tym, co spakowano. Nie została wysłana.",
        "Create the archive again and drop it once it is written completely.",
        "Utwórz archiwum ponownie i prześlij je dopiero po pełnym zapisaniu.");

    public static readonly ErrorDefinition OtherArchive = Business(
        "KSF-2111", Party.Erp, Replay.Useless,
        "The file is a {0} archive. Of archives only ZIP is read.",
        "Plik jest archiwum {0}. Z archiwów odczytywane są tylko ZIP.",
        "Pack the invoices into a ZIP archive.",
        "Spakuj faktury do archiwum ZIP.");

    public static readonly ErrorDefinition CompressionMethod = Business(
        "KSF-2112", Party.Erp, Replay.Useless,
        "The archive entry '{0}' is compressed with {1}, which is not read. It was not sent.",
        "Pozycja archiwum '{0}' jest skompresowana metodą {1}, która nie jest odczytywana. Nie została wysłana.",
        "Choose the method Deflate, the ordinary setting of every archiver for ZIP.",
        "Wybierz metodę Deflate – zwykłe ustawienie każdego programu dla archiwów ZIP.");

    public static readonly ErrorDefinition SplitArchive = Business(
        "KSF-2113", Party.Erp, Replay.Useless,
        "The file is one part of an archive that was split into several.",
        "Plik jest jedną z części archiwum podzielonego na kilka plików.",
        "Pack the invoices into one file; a package may have up to 5 GB.",
        "Spakuj faktury do jednego pliku; paczka może mieć do 5 GB.");

    public static readonly ErrorDefinition LeadingSlash = Business(
        "KSF-2114", Party.Erp, Replay.Useless,
        "The name of the archive entry '{0}' begins with a slash: it is an absolute path. It was not sent.",
        "Nazwa pozycji archiwum '{0}' zaczyna się od ukośnika – jest ścieżką bezwzględną. Nie została wysłana.",
        "Create the archive with names relative to the folder of the invoices.",
        "Utwórz archiwum z nazwami względnymi wobec folderu z fakturami.");

    public static IReadOnlyList<ErrorDefinition> All { get; } =
    [
        BrokenArchive, EmptyArchive, PathEscape, NestedArchive, TooManyEntries, SuspiciousCompression, SameInvoiceTwice,
        NotAnInvoiceEntry, EncryptedArchive, BrokenEntry, OtherArchive, CompressionMethod, SplitArchive, LeadingSlash,
    ];

    private static ErrorDefinition Business(string code, Party responsible, Replay replay, string text, string textPl, string whatToDo, string whatToDoPl) =>
        new(code, ErrorKind.Business, responsible, replay, text, textPl, whatToDo, whatToDoPl);
}
