namespace KsefSimulator.Faults;

/// <summary>The names by which faults are switched on; what each does stands in <see cref="FaultCatalogue"/>.</summary>
public static class FaultNames
{
    public const string CloseFailsAfterCommit = "close-500-after-commit";
    public const string CloseHangs = "close-timeout";
    public const string SendAnswerLost = "send-202-lost";
    public const string StuckProcessing = "stuck-150";
    public const string SessionLag = "21173-lag";
    public const string PartFlake = "405-flake-once";
    public const string SpoiledContent = "430-spoiled";
    public const string SessionUnavailable = "21184";
    public const string KeyFailureAfterOpen = "415-async-after-open";
    public const string DuplicateOfOwnSession = "440-own-session";
    public const string DuplicateWithoutExtensions = "440-no-extensions";
    public const string ForeignDuplicate = "440-foreign";
    public const string SomeRejected = "200-with-rejections";
    public const string AllRejected = "445";
    public const string ShortRateLimit = "429-short";
    public const string GatewayHtml = "html-502";
    public const string RefreshRefused = "refresh-400";
    public const string RedeemLost = "redeem-lost";
    public const string UpoHashMismatch = "upo-hash-mismatch";
    public const string CancelledOnce = "550-once";
    public const string UpoDelay = "21178-delay";
    public const string UpoNever = "21178-forever";
    public const string InvoiceDelay = "21165-delay";
    public const string ShortSession = "session-expires";
    public const string LongRateLimit = "429-long";
    public const string GrowingRateLimit = "429-growing";
    public const string GatewayUnavailable = "html-503";
    public const string RedirectLoop = "307-loop";
    public const string KeyRotated = "21470-rotated";
    public const string KeyWithdrawn = "21470-withdrawn";
    public const string ContinuationExpired = "21418-continuation";
    public const string Midnight = "midnight";
    public const string LatarniaDown = "latarnia-down";
    public const string LatarniaFalseAlarm = "latarnia-total-failure";
    public const string LatarniaFailureWindow = "latarnia-failure";
    public const string SystemWarning = "system-warning";

    /// <summary>Faults that are decided when a session opens and then stay with it.</summary>
    internal static IReadOnlyList<string> OfSessions { get; } =
    [
        StuckProcessing, PartFlake, SpoiledContent, KeyFailureAfterOpen, DuplicateOfOwnSession, DuplicateWithoutExtensions, ForeignDuplicate, SomeRejected, AllRejected, CancelledOnce,
        UpoNever, ShortSession, Midnight,
    ];
}
