using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json.Serialization;
using KsefFunctions.Errors;

namespace KsefFunctions.Files;

/// <summary>The ledger's document of one dropped file: everything that finance, operations and a repeated run need to know.</summary>
public sealed record FileRecord : ITracedFile, IStepRecord<FileRecord>
{
    private static readonly ImmutableDictionary<string, DateTimeOffset> NoDrops = ImmutableDictionary<string, DateTimeOffset>.Empty;

    /// <summary>Context NIP and content hash: the same bytes dropped twice are one file.</summary>
    public required string Id { get; init; }

    /// <summary>Name of this document in the container <c>status</c>; newest files sort first.</summary>
    public required string LedgerName { get; init; }

    public required string ContextNip { get; init; }

    /// <summary>SHA-256 of the file's bytes, lower-case hex.</summary>
    public required string Sha256 { get; init; }

    public required long Size { get; init; }

    /// <summary>What the bytes are; null in documents of earlier versions, and where nothing was read.</summary>
    public ContentKind? Content { get; init; }

    /// <summary>Every name under which these bytes were dropped into the inbox; each gets its result file.</summary>
    public required IReadOnlyList<string> Paths { get; init; }

    /// <summary>When these bytes were dropped last under each name; documents of earlier versions lack it, which reads as null.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> DroppedAt { get; init => field = value ?? NoDrops; } = NoDrops;

    /// <summary>ETag of the drop that started the current attempt; the same bytes with another ETag were dropped again.</summary>
    public string? ETag { get; init; }

    /// <summary>Trace of the first drop, as a W3C <c>traceparent</c>; all attempts belong to it. Null when nothing was tracing.</summary>
    public string? TraceParent { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    public FileOutcome Outcome { get; init; }

    /// <summary>When the sweep found that no orchestration works on this unsettled file; a person may replay it then.</summary>
    public DateTimeOffset? AbandonedAt { get; init; }

    /// <summary>When the current attempt began; null in the first, which begins when the file is received.</summary>
    public DateTimeOffset? AttemptStartedAt { get; init; }

    /// <summary>Until when KSeF's limit of calls held the file back last; in the past, or null, it does not.</summary>
    public DateTimeOffset? WaitsUntil { get; init; }

    /// <summary>Counts the runs of this file; a replay is the next one.</summary>
    public int Attempt { get; init; } = 1;

    /// <summary>Stopped on purpose after the checks: nothing was sent.</summary>
    public bool DryRun { get; init; }

    /// <summary>How far the flow of this attempt has come; null before its first step.</summary>
    public FlowPosition? Position { get; init; }

    public ApprovalRecord? Approval { get; init; }

    public IReadOnlyList<RecordedError> Errors { get; init; } = [];

    public IReadOnlyList<StepRecord> Steps { get; init; } = [];

    public IReadOnlyList<InvoiceRow> Invoices { get; init; } = [];

    /// <summary>Names of what an archive holds beside invoices and mistakes; documents of earlier versions lack it, which reads as null.</summary>
    public IReadOnlyList<string> LeftOut { get; init => field = value ?? []; } = [];

    /// <summary>Whether its invoices were made of a company's data.</summary>
    public bool IsMapped { get; init; }

    public IReadOnlyList<SessionRecord> Sessions { get; init; } = [];

    /// <summary>Names of the UPO documents in the container <c>archive</c>.</summary>
    public IReadOnlyList<string> Upos { get; init; } = [];

    string? ITracedFile.FileId => Id;

    /// <summary>Everything that is said of the file and of its invoices, warnings too.</summary>
    [JsonIgnore]
    public IEnumerable<RecordedError> Findings => Errors.Concat(Invoices.SelectMany(row => row.Errors));

    /// <summary>Warnings of the file and of all its invoices.</summary>
    [JsonIgnore]
    public int WarningCount => Findings.Count(error => error.Severity == ErrorSeverity.Warning);

    /// <summary>The first thing that stops the file or one of its invoices; null when there is none.</summary>
    [JsonIgnore]
    public RecordedError? FirstError => Findings.FirstOrDefault(error => error.Severity == ErrorSeverity.Error);

    /// <summary>Nothing of it is to be sent or waits for KSeF's answer.</summary>
    [JsonIgnore]
    public bool IsSettled => Invoices.All(row => row.Outcome != InvoiceOutcome.Pending);

    /// <summary>Consignments that hold invoices of the file and have not settled them.</summary>
    [JsonIgnore]
    public IEnumerable<string> PendingConsignments =>
        Invoices.Where(row => row is { Outcome: InvoiceOutcome.Pending, Consignment: not null }).Select(row => row.Consignment!).Distinct();

    /// <summary>Id under which the traces of this file are found, 32 hex digits.</summary>
    [JsonIgnore]
    public string? TraceId => ActivityContext.TryParse(TraceParent, traceState: null, out var drop) ? drop.TraceId.ToHexString() : null;

    /// <summary>Folder of this file's evidence in the container <c>archive</c>.</summary>
    [JsonIgnore]
    public string ArchiveFolder => ArchiveNames.Folder(ContextNip, Sha256);

    /// <summary>Ended without an invoice accepted, by a check that may come out otherwise another day.</summary>
    [JsonIgnore]
    public bool MayBeTriedAgain => DryRun || Outcome == FileOutcome.Rejected;

    [JsonIgnore]
    public bool IsFinal => DryRun ? Outcome >= FileOutcome.Validated : Outcome >= FileOutcome.Accepted;

    /// <summary>Name of the original bytes in the container <c>archive</c>.</summary>
    [JsonIgnore]
    public string ArchivedOriginal => ArchiveNames.Original(ContextNip, Sha256, Content, Paths[0]);

    /// <summary>Its steps, and behind them those of its consignment that are not among them.</summary>
    public IReadOnlyList<StepRecord> StepsWith(IEnumerable<StepRecord> others) => [.. Steps, .. others.Where(step => Steps.All(known => known.Name != step.Name))];

    /// <inheritdoc/>
    public FileRecord At(FlowPosition position) => this with { Position = position };

    /// <inheritdoc/>
    public FileRecord Waiting(DateTimeOffset until) => this with { WaitsUntil = until };

    /// <summary>The record with these bytes dropped under a name, once more or for the first time.</summary>
    public FileRecord Dropped(string path, DateTimeOffset at) => this with
    {
        Paths = Paths.Contains(path) ? Paths : [.. Paths, path],
        DroppedAt = DroppedAt.ToImmutableDictionary().SetItem(path, at),
    };

    /// <summary>The record with one of its sessions changed.</summary>
    public FileRecord WithSession(string referenceNumber, Func<SessionRecord, SessionRecord> change) => this with
    {
        Sessions = [.. Sessions.Select(session => session.ReferenceNumber == referenceNumber ? change(session) : session)],
    };

    /// <summary>The record at the start of its next attempt. Rows with a KSeF number stay as they are, and so does a person's consent.</summary>
    public FileRecord NextAttempt(DateTimeOffset now) => this with
    {
        Attempt = Attempt + 1,
        AttemptStartedAt = now,
        Outcome = FileOutcome.Received,
        FinishedAt = null,
        AbandonedAt = null,
        WaitsUntil = null,
        Position = null,
        DryRun = false,
        Steps = [],
        Errors = [],
        Approval = Approval is { Approved: true } ? Approval : null,
    };
}
