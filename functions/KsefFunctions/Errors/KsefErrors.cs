namespace KsefFunctions.Errors;

/// <summary>KSF-3xxx: what KSeF answered, or did not answer.</summary>
public static class KsefErrors
{
    public static readonly ErrorDefinition Unavailable = new(
        "KSF-3001", ErrorKind.Transient,
        "KSeF did not give a usable answer.",
        "KSeF nie udzielił czytelnej odpowiedzi.",
        "Nothing: it is tried again. If it lasts for hours, look at the announcements of the Ministry.",
        "Nic – próba zostanie powtórzona. Jeżeli trwa to godzinami, sprawdź komunikaty Ministerstwa.");

    public static readonly ErrorDefinition LimitHolds = new(
        "KSF-3002", ErrorKind.Technical,
        "KSeF's limit of calls held the file back {0} times in a row.",
        "Limit wywołań KSeF wstrzymał plik {0} razy z rzędu.",
        "Check who else sends in the name of this company, then replay the file.",
        "Sprawdź, kto jeszcze wysyła w imieniu tej firmy, i uruchom plik ponownie.");

    public static readonly ErrorDefinition SessionNotVisible = new(
        "KSF-3003", ErrorKind.Transient,
        "KSeF does not know the session yet that it opened a moment ago.",
        "KSeF nie widzi jeszcze sesji, którą przed chwilą otworzył.",
        "Nothing: it is tried again.",
        "Nic – próba zostanie powtórzona.");

    public static readonly ErrorDefinition CloseNotSeen = new(
        "KSF-3004", ErrorKind.Transient,
        "The answer to closing the session was lost and the session is still open.",
        "Odpowiedź na zamknięcie sesji zaginęła, a sesja jest nadal otwarta.",
        "Nothing: it is closed again.",
        "Nic – sesja zostanie zamknięta ponownie.");

    public static readonly ErrorDefinition InvoicesUnsettled = new(
        "KSF-3005", ErrorKind.Transient,
        "The session is finished but KSeF has not settled all its invoices yet.",
        "Sesja jest zakończona, ale KSeF nie rozstrzygnął jeszcze wszystkich faktur.",
        "Nothing: it is asked again.",
        "Nic – zapytanie zostanie powtórzone.");

    public static readonly ErrorDefinition PartUploadFailed = new(
        "KSF-3006", ErrorKind.Transient,
        "A part of the package could not be uploaded. The session is left unclosed, so nothing of it is processed.",
        "Nie udało się przesłać części paczki. Sesja pozostaje niezamknięta, więc nic z niej nie zostanie przetworzone.",
        "Nothing: the package is sent in a new session.",
        "Nic – paczka zostanie wysłana w nowej sesji.");

    public static readonly ErrorDefinition NoPermission = new(
        "KSF-3101", ErrorKind.Technical,
        "KSeF let us in with no permission for the company {0} (authentication status {1}).",
        "KSeF nie przyznał uprawnień do firmy {0} (status uwierzytelnienia {1}).",
        "Give the certificate's owner the permission to send invoices in KSeF, then replay the file.",
        "Nadaj właścicielowi certyfikatu uprawnienie do wystawiania faktur w KSeF i uruchom plik ponownie.");

    public static readonly ErrorDefinition CredentialRefused = new(
        "KSF-3102", ErrorKind.Technical,
        "KSeF refused the credential of the company {0} (authentication status {1}).",
        "KSeF odrzucił dane uwierzytelniające firmy {0} (status uwierzytelnienia {1}).",
        "Check that the certificate or token is valid, not revoked and of the right environment; then replay the file.",
        "Sprawdź, czy certyfikat lub token jest ważny, nieunieważniony i właściwy dla środowiska; potem uruchom plik ponownie.");

    public static readonly ErrorDefinition SessionsFailed = new(
        "KSF-3201", ErrorKind.Technical,
        "{0} sessions ended without settling all invoices; the last had status {1}.",
        "{0} sesji zakończyło się bez rozstrzygnięcia wszystkich faktur; ostatnia miała status {1}.",
        "Look at the sessions of the file and at KSeF's answers in the archive; replay the file when the cause is gone. What was accepted is not sent again.",
        "Sprawdź sesje pliku i odpowiedzi KSeF w archiwum; po usunięciu przyczyny uruchom plik ponownie. Przyjęte faktury nie zostaną wysłane drugi raz.");

    public static readonly ErrorDefinition RequestRefused = new(
        "KSF-3202", ErrorKind.Technical,
        "KSeF refused a request with HTTP status {0}, code {1}.",
        "KSeF odrzucił żądanie: status HTTP {0}, kod {1}.",
        "Look the code up in KSeF's API documentation; replay the file when the cause is gone.",
        "Sprawdź kod w dokumentacji API KSeF; po usunięciu przyczyny uruchom plik ponownie.");

    public static readonly ErrorDefinition RejectedByKsef = new(
        "KSF-3301", ErrorKind.Business,
        "KSeF rejected the invoice (status {0}): {1}",
        "KSeF odrzucił fakturę (status {0}): {1}",
        "Correct the invoice in the ERP and send it again.",
        "Popraw fakturę w ERP i wyślij ją ponownie.");

    public static readonly ErrorDefinition ForeignDuplicate = new(
        "KSF-3302", ErrorKind.Business,
        "KSeF already holds another invoice under this seller, type and number: {0}. Its content differs from this one.",
        "KSeF zawiera już inną fakturę tego sprzedawcy o tym samym rodzaju i numerze: {0}. Jej treść różni się od tej.",
        "Compare both invoices. Was the number used twice, or was the invoice issued in another system?",
        "Porównaj obie faktury. Czy numer został użyty dwa razy, czy faktura została wystawiona w innym systemie?");

    public static readonly ErrorDefinition UnprovenDuplicate = new(
        "KSF-3303", ErrorKind.Business,
        "KSeF already holds an invoice under this seller, type and number ({0}), and does not let us see it to compare.",
        "KSeF zawiera już fakturę tego sprzedawcy o tym samym rodzaju i numerze ({0}), ale nie pozwala jej porównać.",
        "Look the number up in KSeF by hand and compare.",
        "Wyszukaj numer w KSeF ręcznie i porównaj faktury.");

    public static readonly ErrorDefinition AcceptedBefore = new(
        "KSF-3304", ErrorKind.Warning,
        "KSeF had accepted this very invoice before, under {0}. It was not registered a second time.",
        "KSeF przyjął tę samą fakturę już wcześniej pod numerem {0}. Nie została zarejestrowana po raz drugi.",
        "Nothing. If no receipt is here, it lies with the first sending.",
        "Nic. Jeżeli brak tu UPO, znajduje się przy pierwszym wysłaniu.");

    public static readonly ErrorDefinition RightMissing = new(
        "KSF-3305", ErrorKind.Business,
        "KSeF rejected the invoice (status {0}) because a permission is missing in KSeF, not because of its content: {1}",
        "KSeF odrzucił fakturę (status {0}), bo w KSeF brakuje uprawnienia – nie z powodu treści faktury: {1}",
        "Leave the invoice as it is. Self-billing: the seller grants the buyer the permission in KSeF. An attachment: the seller registers for attachments in e-Urząd Skarbowy. Then drop the same file again, or replay it.",
        "Nie zmieniaj faktury. Samofakturowanie: sprzedawca nadaje nabywcy uprawnienie w KSeF. Załącznik: sprzedawca zgłasza chęć wystawiania faktur z załącznikiem w e-Urzędzie Skarbowym. Potem prześlij ten sam plik jeszcze raz albo uruchom go ponownie.");

    public static readonly ErrorDefinition AttachmentsNotAllowed = new(
        "KSF-3306", ErrorKind.Business,
        "KSeF rejected the invoice (status {0}) because the seller may not send attachments: {1}",
        "KSeF odrzucił fakturę (status {0}), bo sprzedawca nie może przesyłać załączników: {1}",
        "Leave the invoice as it is. The seller registers for attachments in e-Urząd Skarbowy; then drop the same file again, or replay it.",
        "Nie zmieniaj faktury. Sprzedawca zgłasza chęć wystawiania faktur z załącznikiem w e-Urzędzie Skarbowym; potem prześlij ten sam plik jeszcze raz albo uruchom go ponownie.");

    public static readonly ErrorDefinition SameNumberInPackage = new(
        "KSF-3307", ErrorKind.Business,
        "The package holds another invoice under this seller, type and number: '{0}', which KSeF accepted as {1}. The content of this one differs; it was not registered.",
        "Paczka zawiera inną fakturę tego sprzedawcy o tym samym rodzaju i numerze: '{0}', przyjętą przez KSeF pod numerem {1}. Treść tej jest inna – nie została zarejestrowana.",
        "Compare both. If both are meant, give this one a number of its own and send it again. If it is a newer version of the other, issue a correcting invoice.",
        "Porównaj obie. Jeżeli obie są potrzebne, nadaj tej własny numer i wyślij ją ponownie. Jeżeli to nowsza wersja tamtej, wystaw fakturę korygującą.");

    public static readonly ErrorDefinition UpoNotReady = new(
        "KSF-3401", ErrorKind.Transient,
        "The UPO is not available yet.",
        "UPO nie jest jeszcze dostępne.",
        "Nothing: it is asked for again.",
        "Nic – zapytanie zostanie powtórzone.");

    public static readonly ErrorDefinition UpoMismatch = new(
        "KSF-3402", ErrorKind.Transient,
        "The UPO that KSeF delivered does not prove what was sent: {0}.",
        "UPO dostarczone przez KSeF nie potwierdza tego, co wysłano: {0}.",
        "It is fetched again. If that does not help, report it to the Ministry's help desk with the session number.",
        "Zostanie pobrane ponownie. Jeżeli to nie pomoże, zgłoś sprawę do pomocy technicznej Ministerstwa, podając numer sesji.");

    public static readonly ErrorDefinition UpoMissing = new(
        "KSF-3403", ErrorKind.Warning,
        "KSeF did not give the receipt (UPO) within days. The invoices are accepted; only the receipt is missing.",
        "KSeF przez wiele dni nie wydał UPO. Faktury są przyjęte – brakuje tylko poświadczenia.",
        "Fetch the receipt in the taxpayer's application of KSeF, by the KSeF number.",
        "Pobierz UPO w Aplikacji Podatnika KSeF, podając numer KSeF.");

    public static IReadOnlyList<ErrorDefinition> All { get; } =
    [
        Unavailable, LimitHolds, SessionNotVisible, CloseNotSeen, InvoicesUnsettled, PartUploadFailed,
        NoPermission, CredentialRefused, SessionsFailed, RequestRefused,
        RejectedByKsef, ForeignDuplicate, UnprovenDuplicate, AcceptedBefore, RightMissing, AttachmentsNotAllowed, SameNumberInPackage, UpoNotReady, UpoMismatch, UpoMissing,
    ];
}
