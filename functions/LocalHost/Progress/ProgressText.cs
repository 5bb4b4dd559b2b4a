using System.Globalization;
using KsefFunctions.Errors;
using KsefFunctions.Files;
using LocalHost.Drops;

namespace LocalHost.Progress;

/// <summary>The words for how far a file has come.</summary>
internal static class ProgressText
{
    /// <summary>What is being done with the file.</summary>
    public static string Step(DropProgress progress, DateTimeOffset now) => progress switch
    {
        { IsFinal: true } => "done",
        { Record.WaitsUntil: { } until } when until > now =>
            string.Create(CultureInfo.InvariantCulture, $"waiting for KSeF's limit until {until.ToLocalTime():HH:mm:ss}"),
        { Outcome: null } => "in the inbox",
        { Outcome: FileOutcome.Received } => "checking",
        { Outcome: FileOutcome.Validated } => "logging in to KSeF",
        { Outcome: FileOutcome.AwaitingApproval } => "waiting for approval",
        { Outcome: FileOutcome.Sending } => "sending to KSeF",
        { Outcome: FileOutcome.Processing } => "KSeF is processing",
        { Outcome: FileOutcome.AwaitingReceipt } => "settled, the receipt is still to come",
        _ => "storing the result",
    };

    /// <summary>Where the file stands, and with how many warnings it ended.</summary>
    public static string Outcome(DropProgress progress)
    {
        string outcome = progress switch
        {
            { Record: { DryRun: true, Outcome: FileOutcome.Validated } } => "Validated (dry run)",
            _ => progress.Outcome?.ToString() ?? string.Empty,
        };
        int warnings = WarningsOf(progress).Count();
        return warnings == 0 ? outcome : $"{outcome} with {CountOf(warnings)}";
    }

    /// <summary>The KSeF number of a single invoice, or how many of a package were accepted, or what is wrong.</summary>
    public static string Result(DropProgress progress)
    {
        if (progress.Record?.FirstError is { } error && !progress.IsGood)
        {
            string where = progress.Summary is { InvoiceCount: > 1 } partly ? $"{Count(partly, progress.Record)}; " : string.Empty;
            return $"{where}{error.Code} {error.Message}";
        }

        return progress.Summary is { InvoiceCount: > 1 } package ? Count(package, progress.Record) : OnlyInvoice(progress)?.KsefNumber ?? string.Empty;
    }

    /// <summary>The warnings of a finished file, a line for each; of many, the first of each number before the second of any.</summary>
    /// <param name="progress">The file.</param>
    /// <param name="most">The others are one line, which counts them.</param>
    public static IEnumerable<string> Warnings(DropProgress progress, int most)
    {
        List<FoundWarning> warnings = [.. WarningsOf(progress)];
        IEnumerable<FoundWarning> shown = warnings.GroupBy(warning => warning.Error.Code).SelectMany(same => same.Index()).OrderBy(same => same.Index).Select(same => same.Item);
        IEnumerable<string> lines = shown.Take(most).Select(warning => $"warning {warning.Error.Code}{warning.Place} {warning.Error.Message}");
        return warnings.Count <= most ? lines : lines.Append($"and {CountOf(warnings.Count - most)} more");
    }

    /// <summary>Seconds from the drop to the end, or so far.</summary>
    public static string Elapsed(DropProgress progress, DateTimeOffset now)
    {
        DateTimeOffset end = progress.IsFinal ? progress.Record!.FinishedAt ?? now : now;
        TimeSpan elapsed = end - progress.File.DroppedAt;
        return elapsed < TimeSpan.Zero ? "earlier" : string.Create(CultureInfo.InvariantCulture, $"{elapsed.TotalSeconds:0.0} s");
    }

    private static InvoiceRow? OnlyInvoice(DropProgress progress) => progress.Record?.Invoices is [var only] ? only : null;

    private static IEnumerable<FoundWarning> WarningsOf(DropProgress progress)
    {
        if (progress is not { IsFinal: true, Record: { } record })
        {
            return [];
        }

        IEnumerable<FoundWarning> ofInvoices = record.Invoices.SelectMany(
            row => row.Errors, (row, error) => new FoundWarning(error, record.Invoices.Count > 1 ? $" in {row.Name}:" : string.Empty));
        return record.Errors.Select(error => new FoundWarning(error, string.Empty)).Concat(ofInvoices).Where(found => found.Error.Severity == ErrorSeverity.Warning);
    }

    private static string CountOf(int warnings) => warnings == 1 ? "1 warning" : string.Create(CultureInfo.InvariantCulture, $"{warnings} warnings");

    private static string Count(FileSummary package, FileRecord? record) => record is { DryRun: true }
        ? string.Create(CultureInfo.InvariantCulture, $"{package.InvoiceCount - package.RejectedCount} of {package.InvoiceCount} invoices valid, none sent")
        : string.Create(CultureInfo.InvariantCulture, $"{package.AcceptedCount} of {package.InvoiceCount} invoices accepted");

    private sealed record FoundWarning(RecordedError Error, string Place);
}
