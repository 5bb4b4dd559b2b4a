using Ksef.Client;
using KsefFunctions.Errors;
using static KsefFunctions.Answers.AnswerEffect;

namespace KsefFunctions.Answers;

/// <summary>Codes with which KSeF refuses a single call of this app (HTTP 400, <c>exceptionCode</c>). Those of calls that it never makes are left out.</summary>
public static class RefusalAnswers
{
    private static readonly AnswerTable Table = new(
    [
        new(9101, "Nieprawidłowy dokument.", "signing in: the signed document is not one", Ends, KsefErrors.RequestRefused),
        new(9102, "Brak podpisu.", "signing in: no signature", Ends, KsefErrors.RequestRefused),
        new(9103, "Przekroczona liczba dozwolonych podpisów.", "signing in: more than one signature", Ends, KsefErrors.RequestRefused),
        new(9105, "Nieprawidłowy podpis.", "signing in: key and certificate do not belong together", Ends, SignInErrors.CredentialRefused),
        new(21001, "Nieczytelna treść.", "signing in: the document is not readable", Ends, KsefErrors.RequestRefused),
        new(21111, "Nieprawidłowe wyzwanie autoryzacyjne.", "signing in: the challenge is used up or too old", Repeats, SignInErrors.SignInLost),
        new(21115, "Nieprawidłowy certyfikat.", "signing in: the certificate cannot be used", Ends, SignInErrors.CredentialRefused),
        new(21117, "Nieprawidłowy identyfikator podmiotu dla wskazanego typu kontekstu.", "signing in: KSeF knows no such company", Ends, SignInErrors.CredentialRefused),
        new(KsefErrorCode.TooManyInvoices, "Przekroczono dozwoloną liczbę faktur w sesji.", "the session is full", NewSession),
        new(KsefErrorCode.WrongPartSize, "Nieprawidłowy rozmiar części pakietu.", "a part has another size than announced", NewSession, KsefErrors.KsefTrouble),
        new(KsefErrorCode.TooManyParts, "Przekroczono dozwoloną liczbę części pakietu.", "the package has too many parts", Ends, KsefErrors.RequestRefused),
        new(KsefErrorCode.InvoiceNotFound, "Faktura o podanym identyfikatorze nie istnieje.", "a duplicate's original cannot be read", Compares, InvoiceErrors.UnprovenDuplicate),
        new(KsefErrorCode.InvoiceNotYetAvailable, "Faktura o podanym numerze KSeF nie jest jeszcze dostępna.", "a duplicate's original cannot be read yet", Repeats, KsefErrors.InvoicesUnsettled),
        new(KsefErrorCode.CorrectionExists, "Korekta techniczna niedostępna.", "technical corrections: never asked for", Ends, KsefErrors.RequestRefused),
        new(KsefErrorCode.NotCorrectable, "Status faktury nie pozwala na korektę techniczną.", "technical corrections: never asked for", Ends, KsefErrors.RequestRefused),
        new(KsefErrorCode.SessionNotFound, "Brak sesji o wskazanym numerze referencyjnym.", "the session cannot be seen yet", Repeats, KsefErrors.SessionNotVisible),
        new(KsefErrorCode.UpoNotFound, "Nie znaleziono UPO dla podanych kryteriów.", "the receipt is not there yet", Repeats, ReceiptErrors.UpoNotReady),
        new(KsefErrorCode.WrongSessionStatus, "Status sesji nie pozwala na wykonanie operacji.", "the session takes nothing any more", NewSession, KsefErrors.KsefTrouble),
        new(21183, "Zakres filtrowania wykracza poza dostępny zakres danych.", "a search for a duplicate's original", Ends, KsefErrors.RequestRefused),
        new(KsefErrorCode.SessionUnavailable, "Sesja jest chwilowo niedostępna.", "KSeF asks for a new session (from API 2.8)", NewSession, KsefErrors.KsefTrouble),
        new(KsefErrorCode.PartNotUploaded, "Pakiet nie może być pusty.", "a part did not arrive", NewSession, KsefErrors.KsefTrouble),
        new(KsefErrorCode.UploadWindowOver, "Czas oczekiwania na requesty upload lub finish został przekroczony.", "the parts came too late", NewSession, KsefErrors.KsefTrouble),
        new(21217, "Nieprawidłowe kodowanie znaków.", "signing in: the document is not UTF-8", Ends, KsefErrors.RequestRefused),
        new(KsefErrorCode.NotAuthorised, "Brak autoryzacji.", "the signing in is used up or revoked", Repeats, SignInErrors.SignInLost),
        new(21304, "Brak uwierzytelnienia.", "the signing in is not known", Repeats, SignInErrors.SignInLost),
        new(21308, "Próba wykorzystania metod autoryzacyjnych osoby zmarłej.", "the owner of the credential is deceased", Ends, SignInErrors.OwnerDeceased),
        new(21401, "Dokument nie jest zgodny ze schemą (xsd).", "signing in: the document breaks its schema", Ends, KsefErrors.RequestRefused),
        new(KsefErrorCode.WrongContentSize, "Nieprawidłowy rozmiar pliku.", "damaged on the way", NewSession),
        new(KsefErrorCode.WrongContentHash, "Nieprawidłowy skrót pliku.", "damaged on the way", NewSession),
        new(KsefErrorCode.InvalidRequest, "Błąd walidacji danych wejściowych.", "the call does not fit KSeF's interface", Ends, KsefErrors.RequestRefused),
        new(21406, "Konflikt podpisu i typu uwierzytelnienia.", "signing in: signature and kind of credential do not fit", Ends, SignInErrors.CredentialRefused),
        new(KsefErrorCode.WrongContinuationToken, "Przekazany token kontynuacji ma nieprawidłowy format.", "a list cannot be read on", Ends, KsefErrors.RequestRefused),
        new(KsefErrorCode.UnknownPublicKey, "Przesłany identyfikator klucza jest nieznany lub wskazuje na wycofany klucz.", "KSeF's key has changed; it is fetched anew", NewSession, KsefErrors.KsefTrouble),
    ]);

    /// <summary>In the order of their codes.</summary>
    public static IReadOnlyList<KsefAnswer> All => Table.All;

    /// <summary>What a refusal becomes that no step knows how to live with.</summary>
    public static ErrorDefinition ErrorOf(int code) => Table.Find(code)?.Error ?? KsefErrors.RequestRefused;
}
