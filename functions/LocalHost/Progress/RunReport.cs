using System.Text.Json;
using System.Text.Json.Serialization;
using KsefFunctions.Errors;
using KsefFunctions.Files;
using KsefFunctions.Telemetry;
using LocalHost.Drops;

namespace LocalHost.Progress;

/// <summary>The document that <c>--json</c> prints. A contract: members are only ever added.</summary>
public sealed record RunReport(IReadOnlyList<ReportedFile> Files)
{
    public static RunReport Of(IEnumerable<DropProgress> files) => new([.. files.Select(ReportedFile.Of)]);

    public string ToJson() => JsonSerializer.Serialize(this, RunReportJson.Default.RunReport);
}

/// <summary>One dropped file. Its warnings are those of the file as a whole; their count has those of its invoices, too.</summary>
public sealed record ReportedFile(
    string Name,
    string? Outcome,
    IReadOnlyList<ReportedError> Errors,
    int WarningCount,
    IReadOnlyList<ReportedError> Warnings,
    IReadOnlyList<ReportedInvoice> Invoices,
    IReadOnlyList<ReportedStep> Steps)
{
    public static ReportedFile Of(DropProgress progress) => new(
        progress.File.Name,
        progress.Outcome?.ToString(),
        ReportedError.ErrorsOf(progress.Record?.Errors),
        progress.Record?.WarningCount ?? 0,
        ReportedError.WarningsOf(progress.Record?.Errors),
        [.. progress.Record?.Invoices.Select(ReportedInvoice.Of) ?? []],
        [.. progress.Record?.Steps.Select(step => new ReportedStep(step.Name, step.StartedAt, step.FinishedAt)) ?? []]);
}

/// <summary>One invoice of a file.</summary>
public sealed record ReportedInvoice(
    string? Number, string? KsefNumber, string Outcome, string? InvoicingMode, IReadOnlyList<ReportedError> Errors, IReadOnlyList<ReportedError> Warnings)
{
    public static ReportedInvoice Of(InvoiceRow row) => new(
        row.Number, row.KsefNumber, row.Outcome.ToString(), row.InvoicingMode, ReportedError.ErrorsOf(row.Errors), ReportedError.WarningsOf(row.Errors));
}

/// <summary>What is wrong, and where. An accepted invoice has no errors; it may have warnings, which a person should look at.</summary>
public sealed record ReportedError(string Code, string? Path, int? Line, string Message)
{
    public static IReadOnlyList<ReportedError> ErrorsOf(IReadOnlyList<RecordedError>? findings) => Of(findings, ErrorSeverity.Error);

    public static IReadOnlyList<ReportedError> WarningsOf(IReadOnlyList<RecordedError>? findings) => Of(findings, ErrorSeverity.Warning);

    private static IReadOnlyList<ReportedError> Of(IReadOnlyList<RecordedError>? findings, ErrorSeverity severity) =>
        [.. from finding in findings ?? [] where finding.Severity == severity select new ReportedError(finding.Code, finding.Path, finding.Line, finding.Message)];
}

/// <summary>A step of the flow.</summary>
public sealed record ReportedStep(string Name, DateTimeOffset StartedAt, DateTimeOffset? FinishedAt);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(RunReport))]
internal sealed partial class RunReportJson : JsonSerializerContext;
