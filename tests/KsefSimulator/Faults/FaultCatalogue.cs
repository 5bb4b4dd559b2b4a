namespace KsefSimulator.Faults;

/// <summary>The table of faults.</summary>
public static class FaultCatalogue
{
    private static readonly string[] Closes = ["OnlineSessionClose", "BatchSessionClose"];

    /// <summary>All faults, in the order of the documentation.</summary>
    public static IReadOnlyList<FaultDefinition> All { get; } =
    [
        new(
            FaultNames.CloseFailsAfterCommit,
            "Close is carried out, but answers HTTP 500.",
            "Zamknięcie sesji zostaje wykonane, ale odpowiedź to HTTP 500.",
            "#786 #789 #822 #830 #831: batch close failed although accepted, resending made mass duplicates (April 2026)")
        {
            Wire = new WireFault(Closes, AfterCommit: true, WireFaultResponses.InternalErrorAsync),
        },
        new(
            FaultNames.CloseHangs,
            "Close is carried out, but never answers: the connection is cut after the hang time.",
            "Zamknięcie sesji zostaje wykonane, ale odpowiedź nie przychodzi: po czasie oczekiwania połączenie zostaje zerwane.",
            "#786 #789: close timed out although accepted")
        {
            Wire = new WireFault(Closes, AfterCommit: true, WireFaultResponses.HangAsync),
        },
        new(
            FaultNames.SendAnswerLost,
            "The invoice is taken, but the connection is cut before the 202.",
            "Faktura zostaje przyjęta, ale połączenie zrywa się przed odpowiedzią 202.",
            "#80 #300: lost response on interactive send, no reference number")
        {
            Wire = new WireFault(["OnlineSessionSend"], AfterCommit: true, WireFaultResponses.AbortAsync),
        },
        new(
            FaultNames.StuckProcessing,
            "A closed session stays in processing for hours.",
            "Zamknięta sesja godzinami pozostaje w przetwarzaniu.",
            "#408 #189 java#116 lat#14: sessions stuck in 150 overnight", Duration: TimeSpan.FromHours(12)),
        new(
            FaultNames.SessionLag,
            "For some seconds after opening, a session is not found (21173).",
            "Przez kilka sekund po otwarciu sesji KSeF jej nie znajduje (21173).",
            "#801: 21173 seconds after open, on production", Duration: TimeSpan.FromSeconds(5)),
        new(
            FaultNames.PartFlake,
            "A package fails with 405 although its parts are right; the same bytes pass in a new session.",
            "Paczka kończy się statusem 405, choć jej części są poprawne; te same bajty przechodzą w nowej sesji.",
            "#590: part hash mismatch, same bytes pass later", Count: 1),
        new(
            FaultNames.SpoiledContent,
            "A package fails with 430 as long as an invoice is in it whose XML holds the word SPOILED; no list says which.",
            "Paczka kończy się statusem 430, dopóki jest w niej faktura, której XML zawiera słowo SPOILED; żadna lista nie mówi która.",
            "API 2.6, status 430 of a batch session: one file can spoil a package of ten thousand"),
        new(
            FaultNames.SessionUnavailable,
            "The first send in a session answers 21184 (session temporarily unavailable), whatever the level of the API.",
            "Pierwsza wysyłka w sesji zwraca 21184 (sesja tymczasowo niedostępna).",
            "API 2.8.0 changelog: open a new session and resend", FaultScope.Subject, 1),
        new(
            FaultNames.KeyFailureAfterOpen,
            "A session opens with 201 and turns to 415; sending answers 21180.",
            "Sesja otwiera się z kodem 201, po czym przechodzi w 415; wysyłka zwraca 21180.",
            "#802 #123 #689 #695: asynchronous 415 after a wrong or rotated key", Count: 1),
        new(
            FaultNames.DuplicateOfOwnSession,
            "The first good invoice of a session is numbered, but listed as a duplicate of itself in its own session.",
            "Pierwsza poprawna faktura sesji dostaje numer, ale na liście jest duplikatem samej siebie we własnej sesji.",
            "#450: batch duplicate points at its own session", Count: 1),
        new(
            FaultNames.DuplicateWithoutExtensions,
            "As 440-own-session, and no duplicate carries extensions: only the text names the original.",
            "Jak 440-own-session, a żaden duplikat nie ma pola extensions: numer oryginału jest tylko w treści.",
            "#380: extensions missing", Count: 1),
        new(
            FaultNames.ForeignDuplicate,
            "Before the first good invoice of a session comes another program's with the same seller, kind and number, but other content.",
            "Przed pierwszą poprawną fakturą sesji trafia do KSeF faktura z innego programu: ten sam sprzedawca, rodzaj i numer, inna treść.",
            "#790 #380 #1: 440 cannot tell mine from somebody else's", Count: 1),
        new(
            FaultNames.SomeRejected,
            "The second invoice of a session is refused (450); the session still ends with 200.",
            "Druga faktura sesji zostaje odrzucona (450); sesja i tak kończy się statusem 200.",
            "#806 #489 #399: 200 only means that at least one was accepted"),
        new(
            FaultNames.AllRejected,
            "All invoices of a session are refused (450); it ends with 445.",
            "Wszystkie faktury sesji zostają odrzucone (450); sesja kończy się statusem 445.",
            "#334: 445 still needs its invoices read", Count: 1),
        new(
            FaultNames.ShortRateLimit,
            "The first call of each operation answers 429 with Retry-After: 1.",
            "Pierwsze wywołanie każdej operacji zwraca 429 z nagłówkiem Retry-After: 1.",
            "#595 #277 #512 #698: request limits", FaultScope.Subject, 1)
        {
            Wire = new WireFault([], AfterCommit: false, WireFaultResponses.TooManyRequestsAsync),
        },
        new(
            FaultNames.GatewayHtml,
            "The first call of each operation answers 502 with the gateway's HTML.",
            "Pierwsze wywołanie każdej operacji zwraca 502 ze stroną HTML bramy.",
            "#852 #264 #740: Imperva pages instead of JSON", FaultScope.Subject, 1)
        {
            Wire = new WireFault([], AfterCommit: false, WireFaultResponses.BadGatewayAsync),
        },
        new(
            FaultNames.RefreshRefused,
            "Refreshing an access token answers 400 (21301).",
            "Odświeżenie tokenu dostępowego zwraca 400 (21301).",
            "#524 #336 #694 #704: refresh fails with 400, not 401"),
        new(
            FaultNames.RedeemLost,
            "Tokens are redeemed, but the connection is cut before they arrive; redeeming again answers 21301.",
            "Tokeny zostają wydane, ale połączenie zrywa się, zanim dotrą; ponowne pobranie zwraca 21301.",
            "#138: response loss on redeem means logging in again", Count: 1)
        {
            Wire = new WireFault(["AuthTokenRedeem"], AfterCommit: true, WireFaultResponses.AbortAsync),
        },
        new(
            FaultNames.UpoHashMismatch,
            "The first download of each UPO carries a wrong x-ms-meta-hash.",
            "Pierwsze pobranie każdego UPO ma błędny nagłówek x-ms-meta-hash.",
            "#817: hashes that do not match the body, on production", FaultScope.Subject, 1),
        new(
            FaultNames.UpoDelay,
            "A UPO is not found (21178) until some time after the invoice got its number.",
            "UPO nie daje się pobrać (21178) jeszcze przez pewien czas po nadaniu fakturze numeru.",
            "#70 #41 #61 #463: UPO late", Duration: TimeSpan.FromSeconds(10)),
        new(
            FaultNames.UpoNever,
            "The UPOs of a session are never found (21178).",
            "UPO sesji nigdy nie daje się pobrać (21178).",
            "#463: 21178 for ever", Count: 1),
        new(
            FaultNames.InvoiceDelay,
            "An invoice is not yet available by its KSeF number (21165) for some time.",
            "Faktura przez pewien czas nie jest dostępna pod swoim numerem KSeF (21165).",
            "21165: processed, but not yet available", Duration: TimeSpan.FromSeconds(10)),
        new(
            FaultNames.ShortSession,
            "A session lives for a minute instead of twelve hours: online it closes itself, a package is cancelled (440).",
            "Sesja żyje minutę zamiast dwunastu godzin: interaktywna zamyka się sama, wsadowa zostaje anulowana (440).",
            "#396 #786: sessions forgotten open", Count: 1, Duration: TimeSpan.FromMinutes(1)),
        new(
            FaultNames.LongRateLimit,
            "The first call of each operation answers 429 with Retry-After: 2680.",
            "Pierwsze wywołanie każdej operacji zwraca 429 z nagłówkiem Retry-After: 2680.",
            "#595: 20 calls an hour, Retry-After 2680", FaultScope.Subject, 1)
        {
            Wire = new WireFault([], AfterCommit: false, (context, _) => WireFaultResponses.TooManyRequestsAsync(context, TimeSpan.FromSeconds(2680))),
        },
        new(
            FaultNames.GrowingRateLimit,
            "The first three calls of each operation answer 429 with Retry-After 1, 2, 4.",
            "Pierwsze trzy wywołania każdej operacji zwracają 429 z Retry-After 1, 2, 4.",
            "#183 #476 cs#165: the penalty grows", FaultScope.Subject, 3)
        {
            Wire = new WireFault([], AfterCommit: false, WireFaultResponses.GrowingTooManyRequestsAsync),
        },
        new(
            FaultNames.GatewayUnavailable,
            "The first call of each operation answers 503 with the gateway's HTML.",
            "Pierwsze wywołanie każdej operacji zwraca 503 ze stroną HTML bramy.",
            "#852 #264: gateway pages instead of JSON", FaultScope.Subject, 1)
        {
            Wire = new WireFault([], AfterCommit: false, WireFaultResponses.ServiceUnavailableAsync),
        },
        new(
            FaultNames.RedirectLoop,
            "Every call answers 307 to the very same address.",
            "Każde wywołanie zwraca 307 na ten sam adres.",
            "#247: endless 307 on TEST from Frankfurt", FaultScope.Subject)
        {
            Wire = new WireFault([], AfterCommit: false, WireFaultResponses.RedirectToItselfAsync),
        },
        new(
            FaultNames.KeyRotated,
            "Before a session opens a new public key appears; the old one goes on working.",
            "Przed otwarciem sesji pojawia się nowy klucz publiczny; stary nadal działa.",
            "#641 #737: key rotation", Count: 1),
        new(
            FaultNames.KeyWithdrawn,
            "Before a session opens the public key is replaced and the old one withdrawn: by its identifier 21470, without one status 415.",
            "Przed otwarciem sesji klucz publiczny zostaje zastąpiony, a stary wycofany: z identyfikatorem 21470, bez niego status 415.",
            "#802 #221: key rotation without overlap", Count: 1),
        new(
            FaultNames.ContinuationExpired,
            "The first continuation token of each listing is no longer accepted (21418).",
            "Pierwszy token kontynuacji każdej listy nie jest już przyjmowany (21418).",
            "21418: continuation token expired", FaultScope.Subject, 1),
        new(
            FaultNames.Midnight,
            "Invoices of a session come in on the next day: P_1 of today counts as yesterday's and turns Offline.",
            "Faktury sesji przychodzą następnego dnia: dzisiejsza data P_1 jest wczorajsza i faktura staje się Offline.",
            "#115 #462 #145: midnight in Europe/Warsaw"),
        new(
            FaultNames.LatarniaDown,
            "Latarnia answers 504 with HTML while KSeF works.",
            "Latarnia zwraca 504 ze stroną HTML, choć KSeF działa.",
            "lat#28 #31 #26: Latarnia down for hours")
        {
            Wire = new WireFault(["LatarniaStatus", "LatarniaMessages"], AfterCommit: false, WireFaultResponses.GatewayTimeoutAsync),
        },
        new(
            FaultNames.LatarniaFalseAlarm,
            "Latarnia reports TOTAL_FAILURE while KSeF works.",
            "Latarnia zgłasza TOTAL_FAILURE, choć KSeF działa.",
            "lat#13 #15: fixed fake TOTAL_FAILURE on TEST and DEMO"),
        new(
            FaultNames.LatarniaFailureWindow,
            "Latarnia announces a failure, and its end with a new version of the message.",
            "Latarnia ogłasza awarię, a potem jej koniec w nowej wersji komunikatu.",
            "lat#25 #34: FAILURE_START and FAILURE_END", Duration: TimeSpan.FromMinutes(5)),
        new(
            FaultNames.SystemWarning,
            "Answers carry X-System-Warning: xml-002.",
            "Odpowiedzi mają nagłówek X-System-Warning: xml-002.",
            "#835 #807: warnings whose list is not published"),
        new(
            FaultNames.CancelledOnce,
            "The first invoice of a session ends with 550; sent again it passes.",
            "Pierwsza faktura sesji kończy się statusem 550; wysłana ponownie przechodzi.",
            "Status 550: cancelled by the system, try again", Count: 1),
    ];

    private static readonly Dictionary<string, FaultDefinition> ByName = All.ToDictionary(fault => fault.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The fault with this name, or null.</summary>
    public static FaultDefinition? Find(string name) => ByName.GetValueOrDefault(name);
}
