using System.Globalization;
using KsefFunctions.Errors;
using KsefFunctions.Files;
using LocalHost.Drops;

namespace LocalHost.Progress;

/// <summary>The words for how far a file has come.</summary>
internal static class ProgressText
{
    /// <summary>What is being done with the file.</summary>
    public static string Step(DropProgress progress) => progress switch
    {
        { IsFinal: true } => "done",
        { Outcome: null } => "in the inbox",
        { Outcome: FileOutcome.Received } => "checking",
        { Outcome: FileOutcome.Validated } => "logging in to KSeF",
        { Outcome: FileOutcome.AwaitingApproval } => "waiting for approval",
        { Outcome: FileOutcome.Sending } => "sending to KSeF",
        { Outcome: FileOutcome.Processing } => "KSeF is processing",
        { Outcome: FileOutcome.AwaitingReceipt } => "settled, the receipt is still to come",
        _ => "storing the result",
    };

    public static string Outcome(DropProgress progress) => progress switch
    {
        { Record: { DryRun: true, Outcome: FileOutcome.Validated } } => "Validated (dry run)",
        _ => progress.Outcome?.ToString() ?? string.Empty,
    };

    /// <summary>The KSeF number of a single invoice, or how many of a package were accepted, or what is wrong.</summary>
    public static string Result(DropProgress progress)
    {
        if (FirstError(progress) is { } error && !progress.IsGood)
        {
            string where = progress.Summary is { InvoiceCount: > 1 } partly ? $"{Count(partly)}; " : string.Empty;
            return $"{where}{error.Code} {error.Message}";
        }

        return progress.Summary is { InvoiceCount: > 1 } package ? Count(package) : OnlyInvoice(progress)?.KsefNumber ?? string.Empty;
    }

    /// <summary>Seconds from the drop to the end, or so far.</summary>
    public static string Elapsed(DropProgress progress, DateTimeOffset now)
    {
        DateTimeOffset end = progress.IsFinal ? progress.Record!.FinishedAt ?? now : now;
        TimeSpan elapsed = end - progress.File.DroppedAt;
        return elapsed < TimeSpan.Zero ? "earlier" : string.Create(CultureInfo.InvariantCulture, $"{elapsed.TotalSeconds:0.0} s");
    }

    private static InvoiceRow? OnlyInvoice(DropProgress progress) => progress.Record?.Invoices is [var only] ? only : null;

    private static RecordedError? FirstError(DropProgress progress) =>
        progress.Record?.Errors.Concat(progress.Record.Invoices.SelectMany(row => row.Errors)).FirstOrDefault(error => !error.Warning);

    private static string Count(FileSummary package) =>
        string.Create(CultureInfo.InvariantCulture, $"{package.AcceptedCount} of {package.InvoiceCount} invoices accepted");
}
