using System.Text.Json.Serialization;
using KsefFunctions.Ledger;
using KsefFunctions.Results;

namespace KsefFunctions.Api;

/// <summary>A page of files, newest first.</summary>
public sealed record FilesPage(IReadOnlyList<FileSummary> Files, string? Continuation);

/// <summary>One file with everything that is known of it.</summary>
public sealed record FileView
{
    public required FileSummary Summary { get; init; }

    /// <summary>All names under which the same bytes were dropped.</summary>
    public required IReadOnlyList<string> Paths { get; init; }

    public required string Sha256 { get; init; }

    public required long Size { get; init; }

    /// <summary>Id under which operations find the traces of this file; missing when nothing was tracing.</summary>
    public string? TraceId { get; init; }

    public bool DryRun { get; init; }

    public ApprovalRecord? Approval { get; init; }

    public required IReadOnlyList<StepRecord> Steps { get; init; }

    public required IReadOnlyList<ResultError> Errors { get; init; }

    public required IReadOnlyList<InvoiceView> Invoices { get; init; }

    public required IReadOnlyList<SessionRecord> Sessions { get; init; }

    /// <summary>Receipts, by the position under which they can be downloaded.</summary>
    public required IReadOnlyList<string> Upos { get; init; }

    public bool CanApprove { get; init; }

    public bool CanReplay { get; init; }

    public static FileView Of(FileRecord record) => new()
    {
        Summary = FileSummary.Of(record),
        Paths = record.Paths,
        Sha256 = record.Sha256,
        Size = record.Size,
        TraceId = record.TraceId,
        DryRun = record.DryRun,
        Approval = record.Approval,
        Steps = record.Steps,
        Errors = [.. record.Errors.Select(ResultError.Of)],
        Invoices = [.. record.Invoices.Select(InvoiceView.Of)],
        Sessions = record.Sessions,
        Upos = [.. record.Upos.Select(name => Path.GetFileName(name))],
        CanApprove = record.Outcome == FileOutcome.AwaitingApproval,
        CanReplay = FileReplay.IsAllowed(record),
    };
}

/// <summary>One invoice of a file.</summary>
public sealed record InvoiceView
{
    public required int Ordinal { get; init; }

    public required string Name { get; init; }

    public required InvoiceOutcome Outcome { get; init; }

    public string? Schema { get; init; }

    public string? Number { get; init; }

    public string? BuyerNip { get; init; }

    public string? BuyerName { get; init; }

    public DateOnly? IssueDate { get; init; }

    public decimal? TotalGross { get; init; }

    public string? Currency { get; init; }

    public string? KsefNumber { get; init; }

    public DateTimeOffset? AcquisitionDate { get; init; }

    public required IReadOnlyList<ResultError> Errors { get; init; }

    public static InvoiceView Of(InvoiceRow row) => new()
    {
        Ordinal = row.Ordinal,
        Name = row.Name,
        Outcome = row.Outcome,
        Schema = row.Schema,
        Number = row.Number,
        BuyerNip = row.BuyerNip,
        BuyerName = row.BuyerName,
        IssueDate = row.IssueDate,
        TotalGross = row.TotalGross,
        Currency = row.Currency,
        KsefNumber = row.KsefNumber,
        AcquisitionDate = row.AcquisitionDate,
        Errors = [.. row.Errors.Select(ResultError.Of)],
    };
}

/// <summary>Body of approve and refuse.</summary>
/// <param name="By">Who decides; ignored where the platform tells who is signed in.</param>
/// <param name="Comment">Why.</param>
public sealed record DecisionRequest(string? By, string? Comment);

/// <summary>Answer to a request that starts something.</summary>
public sealed record Started(string Id, string InstanceId, int Attempt);

/// <summary>JSON of the HTTP API.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(FilesPage))]
[JsonSerializable(typeof(FileView))]
[JsonSerializable(typeof(DecisionRequest))]
[JsonSerializable(typeof(Started))]
[JsonSerializable(typeof(FileCounts))]
[JsonSerializable(typeof(ErrorList))]
[JsonSerializable(typeof(WatchView))]
internal sealed partial class ApiJson : JsonSerializerContext;
