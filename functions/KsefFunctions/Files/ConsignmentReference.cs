using System.Globalization;
using System.Text.Json.Serialization;
using KsefFunctions.Settings;

namespace KsefFunctions.Files;

/// <summary>Input of the orchestration that sends a consignment.</summary>
public sealed record ConsignmentReference : IKsefCaller
{
    public required string Id { get; init; }

    public required string ContextNip { get; init; }

    /// <summary>How often the consignment was taken up, from 1.</summary>
    public required int Attempt { get; init; }

    /// <summary>Place of the step in the flow of this attempt, from 1; each call of a step has the next one.</summary>
    public int Place { get; init; }

    /// <summary>Wait before its session is opened, after the one before it failed.</summary>
    public TimeSpan StartsAfter { get; init; }

    /// <summary>Settings as they were when it was gathered: orchestrators must not read configuration.</summary>
    public required FlowSettings Settings { get; init; }

    /// <summary>Trace of the only file in it, or of its own where there are more, with links to theirs.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TraceParent { get; init; }

    /// <summary>Id of the only file in it; null where there are more.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? FileId { get; init; }

    [JsonIgnore]
    public StepPlace StepPlace => new(ConsignmentNames.Document(ContextNip, Id), Attempt, Place);

    [JsonIgnore]
    public string EvidenceFolder => string.Create(CultureInfo.InvariantCulture, $"{ConsignmentNames.Evidence(ContextNip, Id)}/ksef/{Attempt}");

    /// <summary>Id of its orchestration.</summary>
    [JsonIgnore]
    public string InstanceId => InstanceIdFor(ContextNip, Id, Attempt);

    /// <summary>Same choice, same attempt: same id, so that nothing starts twice.</summary>
    public static string InstanceIdFor(string nip, string id, int attempt) =>
        string.Create(CultureInfo.InvariantCulture, $"consignment-{nip}-{id}-{attempt}");
}
