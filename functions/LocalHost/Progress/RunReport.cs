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

/// <summary>One dropped file.</summary>
public sealed record ReportedFile(
    string Name, string? Outcome, IReadOnlyList<ReportedError> Errors, IReadOnlyList<ReportedInvoice> Invoices, IReadOnlyList<ReportedStep> Steps)
{
    public static ReportedFile Of(DropProgress progress) => new(
        progress.File.Name,
        progress.Outcome?.ToString(),
        ReportedError.Of(progress.Record?.Errors),
        [.. progress.Record?.Invoices.Select(ReportedInvoice.Of) ?? []],
        [.. progress.Record?.Steps.Select(step => new ReportedStep(step.Name, step.StartedAt, step.FinishedAt)) ?? []]);
}

/// <summary>One invoice of a file.</summary>
public sealed record ReportedInvoice(string? Number, string? KsefNumber, string Outcome, IReadOnlyList<ReportedError> Errors)
{
    public static ReportedInvoice Of(InvoiceRow row) =>
        new(row.Number, row.KsefNumber, row.Outcome.ToString(), ReportedError.Of(row.Errors));
}

/// <summary>What is wrong, and where. Warnings stand in the result file: an accepted invoice has no errors.</summary>
public sealed record ReportedError(string Code, string? Path, int? Line, string Message)
{
    public static IReadOnlyList<ReportedError> Of(IReadOnlyList<RecordedError>? errors) =>
        [.. from error in errors ?? [] where !error.Warning select new ReportedError(error.Code, error.Path, error.Line, error.Message)];
}

/// <summary>A step of the flow.</summary>
public sealed record ReportedStep(string Name, DateTimeOffset StartedAt, DateTimeOffset? FinishedAt);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(RunReport))]
internal sealed partial class RunReportJson : JsonSerializerContext;
