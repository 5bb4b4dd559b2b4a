namespace KsefFunctions.Errors;

/// <summary>KSF-30xx and KSF-32xx: what KSeF answered to the calls of a session, or did not answer.</summary>
public static class KsefErrors
{
    public static readonly ErrorDefinition Unavailable = new(
        "KSF-3001", ErrorKind.Transient, Party.Ministry, Replay.OnceMended,
        "KSeF did not give a usable answer.",
        "KSeF nie udzielił czytelnej odpowiedzi.",
        "Nothing for two days: it is tried again. If it lasts for hours, look at the announcements of the Ministry. A file that was given up is replayed when KSeF answers.",
        "Przez dwa dni – nic: próby są powtarzane. Jeżeli trwa to godzinami, sprawdź komunikaty Ministerstwa. Plik odłożony uruchom ponownie, gdy KSeF odpowiada.");

    public static readonly ErrorDefinition LimitHolds = new(
        "KSF-3002", ErrorKind.Technical, Party.Operations, Replay.OnceMended,
        "KSeF's limit of calls held the file back {0} times in a row.",
        "Limit wywołań KSeF wstrzymał plik {0} razy z rzędu.",
        "Check who else sends in the name of this company, then replay the file.",
        "Sprawdź, kto jeszcze wysyła w imieniu tej firmy, i uruchom plik ponownie.");

    public static readonly ErrorDefinition SessionNotVisible = new(
        "KSF-3003", ErrorKind.Transient, Party.Ministry, Replay.OnceMended,
        "KSeF does not know the session yet that it opened a moment ago.",
        "KSeF nie widzi jeszcze sesji, którą przed chwilą otworzył.",
        "Nothing for two days: it is tried again. A file that was given up is replayed.",
        "Przez dwa dni – nic: próby są powtarzane. Plik odłożony uruchom ponownie.");

    public static readonly ErrorDefinition CloseNotSeen = new(
        "KSF-3004", ErrorKind.Transient, Party.Ministry, Replay.OnceMended,
        "The answer to closing the session was lost and the session is still open.",
        "Odpowiedź na zamknięcie sesji zaginęła, a sesja jest nadal otwarta.",
        "Nothing for two days: it is closed again. A file that was given up is replayed.",
        "Przez dwa dni – nic: zamykanie jest powtarzane. Plik odłożony uruchom ponownie.");

    public static readonly ErrorDefinition InvoicesUnsettled = new(
        "KSF-3005", ErrorKind.Transient, Party.Ministry, Replay.OnceMended,
        "The session is finished but KSeF has not settled all its invoices yet.",
        "Sesja jest zakończona, ale KSeF nie rozstrzygnął jeszcze wszystkich faktur.",
        "Nothing for two days: KSeF is asked again. A file that was given up is replayed; if that does not help, report the session's number to the Ministry.",
        "Przez dwa dni – nic: zapytania są powtarzane. Plik odłożony uruchom ponownie; jeżeli to nie pomoże, zgłoś numer sesji Ministerstwu.");

    public static readonly ErrorDefinition PartUploadFailed = new(
        "KSF-3006", ErrorKind.Transient, Party.Operations, Replay.OnceMended,
        "A part of the package could not be uploaded. The session is left unclosed, so nothing of it is processed.",
        "Nie udało się przesłać części paczki. Sesja pozostaje niezamknięta, więc nic z niej nie zostanie przetworzone.",
        "Nothing for two days: the package goes into a new session. If it was given up, check the way to KSeF's upload addresses, then replay it.",
        "Przez dwa dni – nic: paczka trafia do nowej sesji. Jeżeli została odłożona, sprawdź połączenie z adresami, na które KSeF przyjmuje części, i uruchom ją ponownie.");

    public static readonly ErrorDefinition SessionsFailed = new(
        "KSF-3201", ErrorKind.Technical, Party.Operations, Replay.OnceMended,
        "{0} sessions ended because KSeF could not use what was sent; the last had status {1}.",
        "{0} sesji zakończyło się, bo KSeF nie mógł użyć tego, co wysłano; ostatnia miała status {1}.",
        "Look at the sessions of the file and at KSeF's answers in the archive, then replay the file. The same again: report the session numbers to the maker of this app. What was accepted is not sent again.",
        "Sprawdź sesje pliku i odpowiedzi KSeF w archiwum, potem uruchom plik ponownie. Jeżeli się powtórzy, zgłoś numery sesji twórcy aplikacji. Przyjęte faktury nie zostaną wysłane drugi raz.");

    public static readonly ErrorDefinition RequestRefused = new(
        "KSF-3202", ErrorKind.Technical, Party.Operations, Replay.OnceMended,
        "KSeF refused a request with HTTP status {0}, code {1}.",
        "KSeF odrzucił żądanie: status HTTP {0}, kod {1}.",
        "This app and KSeF do not fit together at this point: look for a newer version of the app, or report the code to its maker. Replay the file after the update.",
        "W tym miejscu aplikacja i KSeF nie pasują do siebie: poszukaj nowszej wersji aplikacji albo zgłoś kod jej twórcy. Po aktualizacji uruchom plik ponownie.");

    public static readonly ErrorDefinition KsefTrouble = new(
        "KSF-3203", ErrorKind.Technical, Party.Ministry, Replay.OnceMended,
        "{0} sessions ended in days without settling all invoices, for reasons of KSeF's own; the last had status {1}.",
        "W ciągu wielu dni {0} sesji zakończyło się bez rozstrzygnięcia wszystkich faktur, z przyczyn po stronie KSeF; ostatnia miała status {1}.",
        "Look at the announcements of the Ministry, and report the session numbers to its help desk; replay the file when KSeF works. Mind the legal deadline. What was accepted is not sent again.",
        "Sprawdź komunikaty Ministerstwa i zgłoś numery sesji do jego pomocy technicznej; gdy KSeF działa, uruchom plik ponownie. Pilnuj ustawowego terminu. Przyjęte faktury nie zostaną wysłane drugi raz.");

    public static IReadOnlyList<ErrorDefinition> All { get; } =
    [
        Unavailable, LimitHolds, SessionNotVisible, CloseNotSeen, InvoicesUnsettled, PartUploadFailed, SessionsFailed, RequestRefused,
        KsefTrouble,
    ];
}
