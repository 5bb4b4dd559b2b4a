using Ksef.Client;
using KsefFunctions.Files;
using KsefFunctions.Results;
using KsefFunctions.Telemetry;

namespace KsefFunctions.Api;

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

    public required IReadOnlyList<ResultInvoice> Invoices { get; init; }

    /// <summary>Names of what a package holds beside invoices and mistakes.</summary>
    public required IReadOnlyList<string> LeftOut { get; init; }

    public required IReadOnlyList<SessionView> Sessions { get; init; }

    /// <summary>Receipts, by the position under which they can be downloaded.</summary>
    public required IReadOnlyList<string> Upos { get; init; }

    public bool CanApprove { get; init; }

    public bool CanReplay { get; init; }

    /// <param name="record">The file in the ledger.</param>
    /// <param name="environment">The KSeF that its invoices are sent to.</param>
    public static FileView Of(FileRecord record, KsefEnvironment environment)
    {
        IReadOnlyList<string> upos = [.. record.Upos.Select(name => Path.GetFileName(name))];
        return new FileView
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
            Invoices = ResultInvoice.AllOf(record, upos, environment),
            LeftOut = record.LeftOut,
            Sessions = [.. record.Sessions.Select(SessionView.Of)],
            Upos = upos,
            CanApprove = record.Outcome == FileOutcome.AwaitingApproval,
            CanReplay = FileReplay.IsAllowed(record),
        };
    }
}
