using System.Globalization;
using System.Text.Json.Serialization;
using KsefFunctions.Settings;

namespace KsefFunctions.Files;

/// <summary>Input of an orchestration: where the file is and what it must hash to, never its content.</summary>
public sealed record FileReference : IKsefCaller
{
    /// <summary>Id of the file in the ledger.</summary>
    public required string Id { get; init; }

    public required string LedgerName { get; init; }

    public required string ContextNip { get; init; }

    /// <summary>Name in the inbox.</summary>
    public required string Path { get; init; }

    public required string ETag { get; init; }

    /// <summary>SHA-256 of the bytes, lower-case hex.</summary>
    public required string Sha256 { get; init; }

    public required long Size { get; init; }

    public required int Attempt { get; init; }

    /// <summary>Place of the step in the flow of this attempt, from 1; each call of a step has the next one.</summary>
    public int Place { get; init; }

    /// <summary>Settings as they were when the file came in: orchestrators must not read configuration.</summary>
    public required FlowSettings Settings { get; init; }

    /// <summary>Trace of the file's first drop, as a W3C <c>traceparent</c>. Left out where it is unknown, as in histories that are older than it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TraceParent { get; init; }

    string? ITracedFile.FileId => Id;

    /// <summary>Where the step stands that is called with this.</summary>
    [JsonIgnore]
    public StepPlace StepPlace => new(LedgerName, Attempt, Place);

    [JsonIgnore]
    public string EvidenceFolder => string.Create(CultureInfo.InvariantCulture, $"{ArchiveNames.Folder(ContextNip, Sha256)}/ksef/{Attempt}");

    /// <summary>Id of the orchestration that handles this attempt.</summary>
    [JsonIgnore]
    public string InstanceId => InstanceIdFor(Id, Attempt);

    /// <summary>What the bytes are. Histories that are older than this lack it; then the name says it.</summary>
    public ContentKind? Content { get; init; }

    /// <summary>Whether its invoices were made of a company's data.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsMapped { get; init; }

    /// <summary>True for a ZIP of invoices.</summary>
    [JsonIgnore]
    public bool IsArchive => ArchiveNames.HoldsZip(Content, Path);

    /// <summary>Name of the original bytes in the container <c>archive</c>.</summary>
    [JsonIgnore]
    public string ArchivedOriginal => ArchiveNames.Original(ContextNip, Sha256, Content, Path);

    /// <summary>A file of the ledger, for whoever works on it from outside of its own flow.</summary>
    public static FileReference Of(FileRecord record, FlowSettings settings) => new()
    {
        Id = record.Id,
        LedgerName = record.LedgerName,
        ContextNip = record.ContextNip,
        Path = record.Paths[0],
        ETag = string.Empty,
        Sha256 = record.Sha256,
        Size = record.Size,
        Content = record.Content,
        Attempt = record.Attempt,
        TraceParent = record.TraceParent,
        IsMapped = record.IsMapped,
        Settings = settings,
    };

    /// <summary>Same content, same context, same attempt: same id, so that nothing starts twice.</summary>
    public static string InstanceIdFor(string fileId, int attempt) =>
        attempt == 1 ? fileId : string.Create(CultureInfo.InvariantCulture, $"{fileId}-{attempt}");
}
