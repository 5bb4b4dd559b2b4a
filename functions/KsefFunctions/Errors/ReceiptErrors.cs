namespace KsefFunctions.Errors;

/// <summary>KSF-34xx: receipts (UPO) of accepted invoices.</summary>
public static class ReceiptErrors
{
    public static readonly ErrorDefinition UpoNotReady = new(
        "KSF-3401", ErrorKind.Transient, Party.Ministry, Replay.OnceMended,
        "The UPO is not available yet.",
        "UPO nie jest jeszcze dostępne.",
        "Nothing for days: it is asked for again. The invoice is accepted.",
        "Przez wiele dni – nic: zapytania są powtarzane. Faktura jest przyjęta.");

    public static readonly ErrorDefinition UpoMismatch = new(
        "KSF-3402", ErrorKind.Transient, Party.Ministry, Replay.OnceMended,
        "The UPO that KSeF delivered does not prove what was sent: {0}.",
        "UPO dostarczone przez KSeF nie potwierdza tego, co wysłano: {0}.",
        "It is fetched again for days. If that does not help, report it to the Ministry's help desk with the session number. The invoice is accepted.",
        "Przez wiele dni jest pobierane ponownie. Jeżeli to nie pomoże, zgłoś sprawę do pomocy technicznej Ministerstwa, podając numer sesji. Faktura jest przyjęta.");

    public static readonly ErrorDefinition UpoMissing = new(
        "KSF-3403", ErrorKind.Warning, Party.Finance, Replay.NotNeeded,
        "KSeF did not give the receipt (UPO) within days. The invoices are accepted; only the receipt is missing.",
        "KSeF przez wiele dni nie wydał UPO. Faktury są przyjęte – brakuje tylko poświadczenia.",
        "Fetch the receipt in the taxpayer's application of KSeF, by the KSeF number.",
        "Pobierz UPO w Aplikacji Podatnika KSeF, podając numer KSeF.");

    public static IReadOnlyList<ErrorDefinition> All { get; } = [UpoNotReady, UpoMismatch, UpoMissing];
}
