namespace KsefFunctions.Errors;

/// <summary>KSF-5xxx: faults of our own house.</summary>
public static class TechnicalErrors
{
    public static readonly ErrorDefinition Unexpected = new(
        "KSF-5001", ErrorKind.Technical,
        "The step {0} failed in a way that nobody foresaw.",
        "Krok {0} zakończył się nieprzewidzianym błędem.",
        "Search the log for the file's id; replay the file when the cause is gone.",
        "Odszukaj identyfikator pliku w dzienniku; po usunięciu przyczyny uruchom plik ponownie.");

    public static readonly ErrorDefinition TriggerGaveUp = new(
        "KSF-5002", ErrorKind.Technical,
        "The file could not be taken in: the blob trigger gave up on it.",
        "Nie udało się przyjąć pliku: wyzwalacz po wielu próbach zrezygnował.",
        "Check that the file is readable in the inbox, then replay it.",
        "Sprawdź, czy plik w folderze wejściowym da się odczytać, i uruchom go ponownie.");

    public static readonly ErrorDefinition StorageAway = new(
        "KSF-5003", ErrorKind.Technical,
        "The storage of inbox and ledger cannot be reached.",
        "Magazyn folderu wejściowego i rejestru jest nieosiągalny.",
        "Check the storage account, its network rules and the rights of the app. Nothing is lost: work goes on when it is back.",
        "Sprawdź konto magazynu, jego reguły sieciowe i uprawnienia aplikacji. Nic nie zginęło – praca ruszy, gdy magazyn wróci.");

    public static IReadOnlyList<ErrorDefinition> All { get; } = [Unexpected, TriggerGaveUp, StorageAway];
}
