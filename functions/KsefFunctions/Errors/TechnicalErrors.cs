namespace KsefFunctions.Errors;

/// <summary>KSF-5xxx: faults of our own house.</summary>
public static class TechnicalErrors
{
    public static readonly ErrorDefinition Unexpected = new(
        "KSF-5001", ErrorKind.Technical, Party.Operations, Replay.OnceMended,
        "The step {0} failed in a way that nobody foresaw.",
        "Krok {0} zakończył się nieprzewidzianym błędem.",
        "Search the log for the file's id; replay the file when the cause is gone.",
        "Odszukaj identyfikator pliku w dzienniku; po usunięciu przyczyny uruchom plik ponownie.");

    public static readonly ErrorDefinition TriggerGaveUp = new(
        "KSF-5002", ErrorKind.Technical, Party.Operations, Replay.OnceMended,
        "The file could not be taken in: the blob trigger gave up on it.",
        "Nie udało się przyjąć pliku: wyzwalacz po wielu próbach zrezygnował.",
        "Check that the file is readable in the inbox, then replay it.",
        "Sprawdź, czy plik w folderze wejściowym da się odczytać, i uruchom go ponownie.");

    public static readonly ErrorDefinition StorageAway = new(
        "KSF-5003", ErrorKind.Technical, Party.Operations, Replay.NotNeeded,
        "The storage of inbox and ledger cannot be reached.",
        "Magazyn folderu wejściowego i rejestru jest nieosiągalny.",
        "Check the storage account, its network rules and the rights of the app. Nothing is lost: work goes on when it is back.",
        "Sprawdź konto magazynu, jego reguły sieciowe i uprawnienia aplikacji. Nic nie zginęło – praca ruszy, gdy magazyn wróci.");

    public static readonly ErrorDefinition ServiceBusAway = new(
        "KSF-5004", ErrorKind.Transient, Party.Operations, Replay.NotNeeded,
        "The queue of dead letters cannot be reached or refuses the app ({0}).",
        "Kolejka plików odłożonych jest nieosiągalna lub odrzuca aplikację ({0}).",
        "Nothing is lost: ledger and result file have the dead letter already, and the queue is tried again. If it lasts, check the Service Bus namespace and the roles of the app.",
        "Nic nie zginęło – rejestr i plik wyniku już o tym mówią, a kolejka zostanie wypróbowana ponownie. Jeżeli to trwa, sprawdź przestrzeń nazw Service Bus i role aplikacji.");

    public static readonly ErrorDefinition NoEnvelope = new(
        "KSF-5005", ErrorKind.Technical, Party.Operations, Replay.NotNeeded,
        "The message in the queue of dead letters was not written by this app.",
        "Komunikatu w kolejce plików odłożonych nie zapisała ta aplikacja.",
        "Find out who sends to the queue; no file of the inbox depends on the message.",
        "Ustal, kto wysyła do tej kolejki; żaden plik z folderu wejściowego nie zależy od tego komunikatu.");

    public static readonly ErrorDefinition IndexAway = new(
        "KSF-5006", ErrorKind.Technical, Party.Operations, Replay.NotNeeded,
        "The index of invoices cannot be reached.",
        "Spis faktur jest nieosiągalny.",
        "Check the table invoices in the invoice storage, the network rules and the app's right to it. Invoices go on, and are found when it is back; files of company data wait for it, because they may have been sent before.",
        "Sprawdź tabelę invoices w magazynie dokumentów, reguły sieciowe i uprawnienie aplikacji do niej. Faktury idą dalej i da się je znaleźć, gdy spis wróci; pliki z danymi firmy czekają na niego, bo mogły już zostać wysłane.");

    public static IReadOnlyList<ErrorDefinition> All { get; } = [Unexpected, TriggerGaveUp, StorageAway, ServiceBusAway, NoEnvelope, IndexAway];
}
