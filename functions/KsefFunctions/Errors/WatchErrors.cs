namespace KsefFunctions.Errors;

/// <summary>KSF-40xx: what a regular look at inbox, ledger and orchestrations found.</summary>
public static class WatchErrors
{
    public static readonly ErrorDefinition Unnoticed = new(
        "KSF-4001", ErrorKind.Warning, Party.Operations, Replay.NotNeeded,
        "{0} files lay in the inbox unnoticed, because their events were lost or late. They have been taken in now.",
        "Liczba plików, które leżały w folderze wejściowym niezauważone, bo ich zdarzenia zaginęły lub się spóźniły: {0}. Zostały właśnie przyjęte.",
        "Nothing for these files. If it goes on, check the event subscription and its dead letters.",
        "Dla tych plików – nic. Jeżeli to się powtarza, sprawdź subskrypcję zdarzeń i jej niedoręczone zdarzenia.");

    public static readonly ErrorDefinition NotTakenIn = new(
        "KSF-4002", ErrorKind.Technical, Party.Operations, Replay.NotNeeded,
        "The file {0} lies in the inbox and could not be taken in.",
        "Plik {0} leży w folderze wejściowym i nie udało się go przyjąć.",
        "Check that the file is readable in the inbox; search the log for its name. It is tried again at the next sweep.",
        "Sprawdź, czy plik w folderze wejściowym da się odczytać, i odszukaj jego nazwę w dzienniku. Próba zostanie powtórzona przy następnym przeglądzie.");

    public static readonly ErrorDefinition NoOrchestration = new(
        "KSF-4003", ErrorKind.Technical, Party.Operations, Replay.OnceMended,
        "Nobody works on this file any more: its orchestration is gone ({0}).",
        "Nikt już nie pracuje nad tym plikiem: jego orkiestracja zniknęła ({0}).",
        "Make sure that no other app works on the same inbox, then replay the file. What KSeF has already is settled first and not sent again.",
        "Upewnij się, że żadna inna aplikacja nie obsługuje tego samego folderu, i uruchom plik ponownie. To, co KSeF już ma, zostanie najpierw rozliczone i nie będzie wysłane drugi raz.");

    public static readonly ErrorDefinition Standstill = new(
        "KSF-4004", ErrorKind.Technical, Party.Operations, Replay.NotNeeded,
        "The file has not moved since {0}; its orchestration is {1}.",
        "Plik stoi w miejscu od {0}; stan jego orkiestracji to {1}.",
        "If the orchestration is suspended, resume it. If it runs, look at the host: something keeps its steps from running.",
        "Jeżeli orkiestracja jest wstrzymana (Suspended), wznów ją. Jeżeli działa (Running), sprawdź hosta: coś wstrzymuje jej kroki.");

    public static readonly ErrorDefinition Late = new(
        "KSF-4005", ErrorKind.Warning, Party.Ministry, Replay.NotNeeded,
        "The file has been on its way for {0} hours.",
        "Plik jest w drodze od {0} godz.",
        "Nothing is lost: it is tried on. Look at the announcements of the Ministry and at the answers in the archive. Mind the legal deadline.",
        "Nic nie zginęło – próby trwają. Sprawdź komunikaty Ministerstwa i odpowiedzi w archiwum. Pilnuj ustawowego terminu.");

    public static readonly ErrorDefinition Overdue = new(
        "KSF-4006", ErrorKind.Technical, Party.Operations, Replay.NotNeeded,
        "A regular look at inbox, ledger and certificates has not ended for a long time.",
        "Okresowy przegląd folderu wejściowego, rejestru i certyfikatów dawno się nie zakończył.",
        "Look into the log for failures of the timer functions; make sure that they are not disabled.",
        "Sprawdź w dzienniku błędy funkcji czasowych i upewnij się, że nie są wyłączone.");

    public static readonly ErrorDefinition ReceiptLate = new(
        "KSF-4007", ErrorKind.Warning, Party.Ministry, Replay.NotNeeded,
        "The invoices are accepted, but their receipt (UPO) has not come for {0} hours.",
        "Faktury są przyjęte, ale od {0} godz. nie ma jeszcze UPO.",
        "Nothing: it is looked for by itself, for days. The KSeF numbers are in the result already.",
        "Nic – UPO jest wyszukiwane automatycznie, przez wiele dni. Numery KSeF są już w wyniku.");

    public static readonly ErrorDefinition ApprovalLate = new(
        "KSF-4008", ErrorKind.Warning, Party.Finance, Replay.NotNeeded,
        "{0} files wait for approval, the oldest for {1} hours.",
        "Liczba plików, które czekają na zatwierdzenie: {0}, najstarszy od {1} godz.",
        "Approve or refuse them in the dashboard. Nothing is sent before that, and they wait without end.",
        "Zatwierdź je lub odrzuć w panelu. Bez tego nic nie zostanie wysłane, a pliki czekają bezterminowo.");

    public static readonly ErrorDefinition ApprovalDue = new(
        "KSF-4009", ErrorKind.Warning, Party.Finance, Replay.NotNeeded,
        "{0} files that wait for approval hold an invoice dated today.",
        "Liczba plików, które czekają na zatwierdzenie i zawierają fakturę z dzisiejszą datą: {0}.",
        "Decide before midnight in Warsaw: what comes to KSeF on a later day than its date (P_1) counts as an offline invoice.",
        "Zdecyduj przed północą czasu polskiego: faktura, która trafi do KSeF później niż w dniu swojej daty (P_1), jest traktowana jak wystawiona w trybie offline.");

    public static readonly ErrorDefinition LimitNear = new(
        "KSF-4010", ErrorKind.Warning, Party.Operations, Replay.NotNeeded,
        "{1} of {2} calls of the group {0} that KSeF allows the company in an hour are used.",
        "Wykorzystano {1} z {2} wywołań grupy {0}, na które KSeF pozwala firmie w ciągu godziny.",
        "Nothing is lost: what does not fit into the hour waits. If it goes on, spread the drops over the day, and find out who else sends in the name of this company.",
        "Nic nie zginęło – to, co nie zmieści się w godzinie, czeka. Jeżeli to się powtarza, rozłóż wysyłkę na cały dzień i ustal, kto jeszcze wysyła w imieniu tej firmy.");

    public static readonly ErrorDefinition QueueHeld = new(
        "KSF-4011", ErrorKind.Warning, Party.Operations, Replay.NotNeeded,
        "{0} files wait for KSeF's limits, the oldest for {1} minutes; the next session is opened at about {2}.",
        "Liczba plików, które czekają na limit KSeF: {0}, najstarszy od {1} min; następna sesja zostanie otwarta około {2}.",
        "Nothing is lost: they go in the order in which they came. If it goes on, spread the drops over the day, and find out who else sends in the name of this company.",
        "Nic nie zginęło – pliki zostaną wysłane w kolejności, w jakiej przyszły. Jeżeli to się powtarza, rozłóż wysyłkę na cały dzień i ustal, kto jeszcze wysyła w imieniu tej firmy.");

    public static IReadOnlyList<ErrorDefinition> All { get; } =
        [Unnoticed, NotTakenIn, NoOrchestration, Standstill, Late, Overdue, ReceiptLate, ApprovalLate, ApprovalDue, LimitNear, QueueHeld];
}
