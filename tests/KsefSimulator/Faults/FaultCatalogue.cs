namespace KsefSimulator.Faults;

/// <summary>The table of faults.</summary>
public static class FaultCatalogue
{
    private static readonly string[] Closes = ["OnlineSessionClose", "BatchSessionClose"];

    /// <summary>All faults, in the order of the documentation.</summary>
    public static IReadOnlyList<FaultDefinition> All { get; } =
    [
        new(FaultNames.CloseFailsAfterCommit, "Close is carried out, but answers HTTP 500.", "#786 #789 #822 #830 #831: batch close failed although accepted, resending made mass duplicates (April 2026)")
        {
            Wire = new WireFault(Closes, AfterCommit: true, WireFaultResponses.InternalErrorAsync),
        },
        new(FaultNames.CloseHangs, "Close is carried out, but never answers: the connection is cut after the hang time.", "#786 #789: close timed out although accepted")
        {
            Wire = new WireFault(Closes, AfterCommit: true, WireFaultResponses.HangAsync),
        },
        new(FaultNames.SendAnswerLost, "The invoice is taken, but the connection is cut before the 202.", "#80 #300: lost response on interactive send, no reference number")
        {
            Wire = new WireFault(["OnlineSessionSend"], AfterCommit: true, WireFaultResponses.AbortAsync),
        },
        new(FaultNames.StuckProcessing, "A closed session stays in processing for hours.", "#408 #189 java#116 lat#14: sessions stuck in 150 overnight", Duration: TimeSpan.FromHours(12)),
        new(FaultNames.SessionLag, "For some seconds after opening, a session is not found (21173).", "#801: 21173 seconds after open, on production", Duration: TimeSpan.FromSeconds(5)),
        new(FaultNames.PartFlake, "A package fails with 405 although its parts are right; the same bytes pass in a new session.", "#590: part hash mismatch, same bytes pass later", Count: 1),
        new(FaultNames.SessionUnavailable, "Sending answers 21184 (session temporarily unavailable).", "API 2.8.0 changelog: open a new session and resend", FaultScope.Subject, 1),
        new(FaultNames.KeyFailureAfterOpen, "A session opens with 201 and turns to 415; sending answers 21180.", "#802 #123 #689 #695: asynchronous 415 after a wrong or rotated key", Count: 1),
        new(FaultNames.DuplicateOfOwnSession, "The first good invoice of a session is numbered, but listed as a duplicate of itself in its own session.", "#450: batch duplicate points at its own session", Count: 1),
        new(FaultNames.DuplicateWithoutExtensions, "As 440-own-session, and no duplicate carries extensions: only the text names the original.", "#380: extensions missing", Count: 1),
        new(FaultNames.ForeignDuplicate, "Before the first good invoice of a session comes another program's with the same seller, kind and number, but other content.", "#790 #380 #1: 440 cannot tell mine from somebody else's", Count: 1),
        new(FaultNames.SomeRejected, "The second invoice of a session is refused (450); the session still ends with 200.", "#806 #489 #399: 200 only means that at least one was accepted"),
        new(FaultNames.AllRejected, "All invoices of a session are refused (450); it ends with 445.", "#334: 445 still needs its invoices read", Count: 1),
        new(FaultNames.ShortRateLimit, "The first call of each operation answers 429 with Retry-After: 1.", "#595 #277 #512 #698: request limits", FaultScope.Subject, 1)
        {
            Wire = new WireFault([], AfterCommit: false, WireFaultResponses.TooManyRequestsAsync),
        },
        new(FaultNames.GatewayHtml, "The first call of each operation answers 502 with the gateway's HTML.", "#852 #264 #740: Imperva pages instead of JSON", FaultScope.Subject, 1)
        {
            Wire = new WireFault([], AfterCommit: false, WireFaultResponses.BadGatewayAsync),
        },
        new(FaultNames.RefreshRefused, "Refreshing an access token answers 400 (21301).", "#524 #336 #694 #704: refresh fails with 400, not 401"),
        new(FaultNames.RedeemLost, "Tokens are redeemed, but the connection is cut before they arrive; redeeming again answers 21301.", "#138: response loss on redeem means logging in again", Count: 1)
        {
            Wire = new WireFault(["AuthTokenRedeem"], AfterCommit: true, WireFaultResponses.AbortAsync),
        },
        new(FaultNames.UpoHashMismatch, "The first download of each UPO carries a wrong x-ms-meta-hash.", "#817: hashes that do not match the body, on production", FaultScope.Subject, 1),
        new(FaultNames.UpoDelay, "A UPO is not found (21178) until some time after the invoice got its number.", "#70 #41 #61 #463: UPO late", Duration: TimeSpan.FromSeconds(10)),
        new(FaultNames.UpoNever, "The UPOs of a session are never found (21178).", "#463: 21178 for ever", Count: 1),
        new(FaultNames.InvoiceDelay, "An invoice is not yet available by its KSeF number (21165) for some time.", "21165: processed, but not yet available", Duration: TimeSpan.FromSeconds(10)),
        new(FaultNames.ShortSession, "A session lives for a minute instead of twelve hours: online it closes itself, a package is cancelled (440).", "#396 #786: sessions forgotten open", Count: 1, Duration: TimeSpan.FromMinutes(1)),
        new(FaultNames.LongRateLimit, "The next call answers 429 with Retry-After: 2680, once for each operation.", "#595: 20 calls an hour, Retry-After 2680", FaultScope.Subject, 1)
        {
            Wire = new WireFault([], AfterCommit: false, (context, _) => WireFaultResponses.TooManyRequestsAsync(context, TimeSpan.FromSeconds(2680))),
        },
        new(FaultNames.GrowingRateLimit, "The first three calls of each operation answer 429 with Retry-After 1, 2, 4.", "#183 #476 cs#165: the penalty grows", FaultScope.Subject, 3)
        {
            Wire = new WireFault([], AfterCommit: false, WireFaultResponses.GrowingTooManyRequestsAsync),
        },
        new(FaultNames.GatewayUnavailable, "The first call of each operation answers 503 with the gateway's HTML.", "#852 #264: gateway pages instead of JSON", FaultScope.Subject, 1)
        {
            Wire = new WireFault([], AfterCommit: false, WireFaultResponses.ServiceUnavailableAsync),
        },
        new(FaultNames.RedirectLoop, "Calls answer 307 to the very same address.", "#247: endless 307 on TEST from Frankfurt", FaultScope.Subject, 1)
        {
            Wire = new WireFault([], AfterCommit: false, WireFaultResponses.RedirectToItselfAsync),
        },
        new(FaultNames.KeyRotated, "Before a session opens a new public key appears; the old one goes on working.", "#641 #737: key rotation", Count: 1),
        new(FaultNames.KeyWithdrawn, "Before a session opens the public key is replaced and the old one withdrawn: by its identifier 21470, without one status 415.", "#802 #221: key rotation without overlap", Count: 1),
        new(FaultNames.ContinuationExpired, "The first continuation token of a listing is no longer accepted (21418).", "21418: continuation token expired", FaultScope.Subject, 1),
        new(FaultNames.Midnight, "Invoices of a session come in on the next day: P_1 of today counts as yesterday's and turns Offline.", "#115 #462 #145: midnight in Europe/Warsaw"),
        new(FaultNames.LatarniaDown, "Latarnia answers 504 with HTML while KSeF works.", "lat#28 #31 #26: Latarnia down for hours")
        {
            Wire = new WireFault(["LatarniaStatus", "LatarniaMessages"], AfterCommit: false, WireFaultResponses.GatewayTimeoutAsync),
        },
        new(FaultNames.LatarniaFalseAlarm, "Latarnia reports TOTAL_FAILURE while KSeF works.", "lat#13 #15: fixed fake TOTAL_FAILURE on TEST and DEMO"),
        new(FaultNames.LatarniaFailureWindow, "Latarnia announces a failure, and its end with a new version of the message.", "lat#25 #34: FAILURE_START and FAILURE_END", Duration: TimeSpan.FromMinutes(5)),
        new(FaultNames.SystemWarning, "Answers carry X-System-Warning: xml-002.", "#835 #807: warnings whose list is not published"),
        new(FaultNames.CancelledOnce, "The first invoice of a session ends with 550; sent again it passes.", "Status 550: cancelled by the system, try again", Count: 1),
    ];

    private static readonly Dictionary<string, FaultDefinition> ByName = All.ToDictionary(fault => fault.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The fault with this name, or null.</summary>
    public static FaultDefinition? Find(string name) => ByName.GetValueOrDefault(name);
}
