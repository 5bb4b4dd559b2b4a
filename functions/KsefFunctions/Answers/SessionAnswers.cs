using Ksef.Client;
using KsefFunctions.Errors;
using static KsefFunctions.Answers.AnswerEffect;
using static KsefFunctions.Answers.KsefAnswer;

namespace KsefFunctions.Answers;

/// <summary>Statuses of a session (<c>GET /sessions/{referenceNumber}</c>), online and batch.</summary>
public static class SessionAnswers
{
    private static readonly AnswerTable Table = new(
    [
        New(SessionStatusCode.Open, "Sesja interaktywna otwarta / Sesja wsadowa rozpoczęta", "open", Waits),
        New(SessionStatusCode.Processing, "Trwa przetwarzanie", "being processed (batch)", Waits),
        New(SessionStatusCode.Closed, "Sesja interaktywna zamknięta", "closed, not processed yet (online)", Waits),
        New(SessionStatusCode.Succeeded, "Sesja … przetworzona pomyślnie", "processed: its list decides about each invoice", GoesOn),
        New(SessionStatusCode.PartVerificationFailed, "Błąd weryfikacji poprawności dostarczonych elementów paczki", "a part is not what was announced", NewSession, KsefErrors.SessionsFailed),
        New(SessionStatusCode.KeyDecryptionFailed, "Błąd odszyfrowania dostarczonego klucza", "KSeF's key has changed; the next session fetches it anew", NewSession, KsefErrors.KsefTrouble),
        New(SessionStatusCode.InvoiceLimitExceeded, "Przekroczony limit faktur w sesji", "too many invoices in it", NewSession, KsefErrors.SessionsFailed),
        New(SessionStatusCode.DecompressionFailed, "Błąd dekompresji pierwotnego archiwum", "the package cannot be unpacked", NewSession, KsefErrors.SessionsFailed),
        New(SessionStatusCode.PartDecryptionFailed, "Błąd odszyfrowania zaszyfrowanych części archiwum", "a part cannot be decrypted", NewSession, KsefErrors.SessionsFailed),
        New(SessionStatusCode.Cancelled, "Sesja anulowana", "nothing arrived in time, or KSeF gave the session up", NewSession, KsefErrors.KsefTrouble),
        New(SessionStatusCode.NoValidInvoices, "Błąd weryfikacji, brak poprawnych faktur", "no invoice was valid: its list says why", NewSession, KsefErrors.SessionsFailed),
        New(SessionStatusCode.UnknownError, "Nieznany błąd", "an error of KSeF", NewSession, KsefErrors.KsefTrouble),
    ]);

    /// <summary>In the order of their codes.</summary>
    public static IReadOnlyList<KsefAnswer> All => Table.All;

    /// <summary>What sessions that go on to fail in this way become.</summary>
    /// <param name="status">The session's status, or the code of the refusal that ended it. What is not listed is KSeF's own trouble.</param>
    public static ErrorDefinition ErrorOf(int status) => Table.Find(status)?.Error ?? KsefErrors.KsefTrouble;
}
