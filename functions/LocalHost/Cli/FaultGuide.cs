using KsefSimulator.Faults;

namespace LocalHost.Cli;

/// <summary>What a fault of the simulator leads to, for whoever rehearses it.</summary>
/// <param name="Fault">Its name.</param>
/// <param name="Sees">What one sees in the end, with the numbers of the catalogue.</param>
internal sealed record FaultGuide(string Fault, string Sees)
{
    private const string Later = "Accepted, some seconds later";
    private const string OnceOnly = "Accepted; nothing is sent twice";
    private const string NextSession = "Accepted, in a second session; with :count=all KSF-3203 after two days";

    /// <summary>One for each fault, in the order of the simulator's catalogue.</summary>
    public static IReadOnlyList<FaultGuide> All { get; } =
    [
        new(FaultNames.CloseFailsAfterCommit, OnceOnly),
        new(FaultNames.CloseHangs, $"{OnceOnly}; half a minute later"),
        new(FaultNames.SendAnswerLost, OnceOnly),
        new(FaultNames.StuckProcessing, "KSeF is processing, for twelve hours; KSF-4005 after one. With :for=1m Accepted after that"),
        new(FaultNames.SessionLag, Later),
        new(FaultNames.PartFlake, "a package: Accepted, in a second session; with :count=all KSF-3201 after several"),
        new(FaultNames.SpoiledContent, "with four files at least, SPOILED in the number of one: that one KSF-3201, the others Accepted"),
        new(FaultNames.SessionUnavailable, "sending, in one session after the other; KSF-3203 after two days"),
        new(FaultNames.KeyFailureAfterOpen, NextSession),
        new(FaultNames.DuplicateOfOwnSession, OnceOnly),
        new(FaultNames.DuplicateWithoutExtensions, OnceOnly),
        new(FaultNames.ForeignDuplicate, "Duplicate, KSF-3302"),
        new(FaultNames.SomeRejected, "a package: PartlyAccepted, KSF-3301 at its second invoice"),
        new(FaultNames.AllRejected, "Rejected, KSF-3301"),
        new(FaultNames.ShortRateLimit, Later),
        new(FaultNames.GatewayHtml, $"{Later}; with :count=all KSF-3001 after two days"),
        new(FaultNames.RefreshRefused, "Accepted; the app signs in again"),
        new(FaultNames.RedeemLost, "Accepted; the app signs in again"),
        new(FaultNames.UpoHashMismatch, "AwaitingReceipt, then Accepted: the receipt is fetched again, with growing waits"),
        new(FaultNames.UpoDelay, "AwaitingReceipt, then Accepted; with :for=1h KSF-4007 meanwhile"),
        new(FaultNames.UpoNever, "AwaitingReceipt for a week, then Accepted with the warning KSF-3403"),
        new(FaultNames.InvoiceDelay, "seen with duplicates only: their original is compared some seconds later"),
        new(FaultNames.ShortSession, "Accepted; what a session that has ended did not take goes into another"),
        new(FaultNames.LongRateLimit, "Accepted, 45 minutes later"),
        new(FaultNames.GrowingRateLimit, Later),
        new(FaultNames.GatewayUnavailable, $"{Later}; with :count=all KSF-3001 after two days"),
        new(FaultNames.RedirectLoop, "tried again and again, for two days"),
        new(FaultNames.KeyRotated, "Accepted"),
        new(FaultNames.KeyWithdrawn, "Accepted, under the new key"),
        new(FaultNames.ContinuationExpired, "packages of more than a page of invoices: Accepted, the list is read anew"),
        new(FaultNames.Midnight, "Accepted, with invoicingMode Offline"),
        new(FaultNames.LatarniaDown, "nothing: the app does not ask the Latarnia"),
        new(FaultNames.LatarniaFalseAlarm, "nothing: the app does not ask the Latarnia"),
        new(FaultNames.LatarniaFailureWindow, "nothing: the app does not ask the Latarnia"),
        new(FaultNames.SystemWarning, "Accepted; the log has KSeF's warning"),
        new(FaultNames.CancelledOnce, "Accepted, in a second session"),
    ];
}
