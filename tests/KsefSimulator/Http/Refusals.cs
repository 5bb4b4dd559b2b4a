namespace KsefSimulator.Http;

/// <summary>The exception codes of KSeF API 2.6 (open-api.json, responses 400), with its descriptions and details.</summary>
internal static class Refusals
{
    public static KsefRefusal UnreadableContent() => new(21001, "Nieczytelna treść.");

    public static KsefRefusal InvalidChallenge() => new(21111, "Nieprawidłowe wyzwanie autoryzacyjne.");

    public static KsefRefusal InvalidCertificate() => new(21115, "Nieprawidłowy certyfikat.");

    public static KsefRefusal InvalidSubjectForContext() => new(21117, "Nieprawidłowy identyfikator podmiotu dla wskazanego typu kontekstu.");

    public static KsefRefusal TooManyInvoices(string session, int limit) => new(
        21155, "Przekroczono dozwoloną liczbę faktur w sesji.", $"Sesja o numerze referencyjnym {session} osiągnęła dozwolony limit liczby faktur {limit}.");

    public static KsefRefusal WrongPartSize(string detail) => new(21157, "Nieprawidłowy rozmiar części pakietu.", detail);

    public static KsefRefusal TooManyParts(string detail) => new(21161, "Przekroczono dozwoloną liczbę części pakietu.", detail);

    public static KsefRefusal InvoiceNotFound(string ksefNumber) => new(
        21164, "Faktura o podanym identyfikatorze nie istnieje.", $"Faktura o numerze KSeF {ksefNumber} nie została znaleziona.");

    public static KsefRefusal InvoiceNotYetAvailable(string ksefNumber) => new(
        21165,
        "Faktura o podanym numerze KSeF nie jest jeszcze dostępna.",
        $"Faktura o numerze KSeF {ksefNumber} została przetworzona, ale nie jest jeszcze dostępna do pobrania. Spróbuj ponownie później.");

    public static KsefRefusal CorrectionUnavailable() => new(
        21166, "Korekta techniczna niedostępna.", "Faktura posiada już przetworzoną prawidłowo korektę techniczną.");

    public static KsefRefusal CorrectionNotAllowed() => new(
        21167, "Status faktury nie pozwala na korektę techniczną.", "Nie można wysłać korekty technicznej do prawidłowo przetworzonej faktury.");

    /// <summary>As the sending operations of an online session put it.</summary>
    public static KsefRefusal OnlineSessionNotFound(string session) => new(
        21173, "Brak sesji o wskazanym numerze referencyjnym.", $"Sesja o numerze referencyjnym {session} nie została odnaleziona.");

    public static KsefRefusal SessionNotFound(string session) => new(
        21173, "Brak sesji o wskazanym numerze referencyjnym.", $"Sesja o numerze referencyjnym {session} nie została znaleziona.");

    public static KsefRefusal UpoOfInvoiceNotFound(string ksefNumber, string session) => new(
        21178, "Nie znaleziono UPO dla podanych kryteriów.", $"UPO o numerze KSeF {ksefNumber} i numerze referencyjnym sesji {session} nie zostało znalezione.");

    public static KsefRefusal UpoNotFound(string upo, string session) => new(
        21178, "Nie znaleziono UPO dla podanych kryteriów.", $"UPO o numerze referencyjnym {upo} dla sesji {session} nie zostało znalezione.");

    public static KsefRefusal SessionStatusForbidsSending(int code) => new(
        21180, "Status sesji nie pozwala na wykonanie operacji.", $"Status sesji {code} uniemożliwia wysyłkę faktur.");

    public static KsefRefusal SessionStatusForbidsClosing(int code) => new(
        21180, "Status sesji nie pozwala na wykonanie operacji.", $"Status sesji {code} uniemożliwia jej zamknięcie.");

    public static KsefRefusal QueryBeyondAvailableData() => new(
        21183,
        "Zakres filtrowania wykracza poza dostępny zakres danych.",
        "Parametr dateRange.from jest późniejszy niż PermanentStorageHwmDate przy włączonym restrictToPermanentStorageHwmDate.");

    public static KsefRefusal SessionTemporarilyUnavailable() => new(21184, "Sesja tymczasowo niedostępna.");

    public static KsefRefusal PartMissing(int ordinal) => new(
        21205, "Pakiet nie może być pusty.", $"Nie przesłano zadeklarowanej '{ordinal}' części pliku.");

    public static KsefRefusal UploadWindowOver() => new(
        21208, "Czas oczekiwania na requesty upload lub finish został przekroczony.", "Sesja anulowana, przekroczony czas wysyłki.");

    public static KsefRefusal InvalidEncoding() => new(21217, "Nieprawidłowe kodowanie znaków.");

    public static KsefRefusal NotAuthorised(string detail) => new(21301, "Brak autoryzacji.", detail);

    public static KsefRefusal AuthenticationNotFound(string reference) => new(
        21304, "Brak uwierzytelnienia.", $"Operacja uwierzytelniania o numerze referencyjnym {reference} nie została znaleziona.");

    public static KsefRefusal SchemaViolation(string detail) => new(21401, "Dokument nie jest zgodny ze schemą (xsd).", detail);

    public static KsefRefusal WrongContentSize() => new(21402, "Nieprawidłowy rozmiar pliku.", "Długość treści nie zgadza się z rozmiarem pliku.");

    public static KsefRefusal WrongContentHash() => new(21403, "Nieprawidłowy skrót pliku.", "Skrót treści nie zgadza się ze skrótem pliku.");

    public static KsefRefusal InvalidInput(params string[] details) => new(21405, "Błąd walidacji danych wejściowych.", details);

    public static KsefRefusal SignatureConflict() => new(21406, "Konflikt podpisu i typu uwierzytelnienia.");

    public static KsefRefusal InvalidContinuationToken() => new(21418, "Przekazany token kontynuacji ma nieprawidłowy format.");

    public static KsefRefusal UnknownKey(string keyId) => new(
        21470, "Przesłany identyfikator klucza jest nieznany lub wskazuje na wycofany klucz.", $"Klucz o identyfikatorze {keyId} nie jest wspierany.");

    public static KsefRefusal TokenPermissionsExceedOwn(string detail) => new(26001, "Nie można nadać tokenowi uprawnień których nie posiadasz.", detail);

    public static KsefRefusal TokenContextNotAllowed(string detail) => new(26002, "Nie można wygenerować tokena dla obecnego typu kontekstu.", detail);

    public static KsefRefusal DeceasedPerson() => new(21308, "Próba wykorzystania metod autoryzacyjnych osoby zmarłej.");

    public static KsefRefusal AlreadyExists() => new(30001, "Podmiot lub uprawnienie już istnieje.");

    public static KsefRefusal InvalidDocument() => new(9101, "Nieprawidłowy dokument.");

    public static KsefRefusal SignatureMissing() => new(9102, "Brak podpisu.");

    public static KsefRefusal TooManySignatures() => new(9103, "Przekroczona liczba dozwolonych podpisów.");

    public static KsefRefusal InvalidSignature(string? detail = null) => detail is null ? new(9105, "Nieprawidłowy podpis.") : new(9105, "Nieprawidłowy podpis.", detail);
}
