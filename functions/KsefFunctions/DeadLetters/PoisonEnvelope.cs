using System.Globalization;
using System.Text.Json.Serialization;
using KsefFunctions.Errors;
using KsefFunctions.Files;

namespace KsefFunctions.DeadLetters;

/// <summary>What goes into the dead-letter queue of a file: where it is and what stopped it, never what is in it.</summary>
public sealed record PoisonEnvelope : ITracedFile
{
    // The function that reads what is dropped.
    private const string ReadingStep = "InboxTrigger";

    /// <summary>Id in the ledger; null when the file was never read.</summary>
    public string? FileId { get; init; }

    /// <summary>Name in the inbox.</summary>
    public required string BlobName { get; init; }

    public string? Sha256 { get; init; }

    public string? InstanceId { get; init; }

    public int Attempt { get; init; } = 1;

    /// <summary>Trace of the file's first drop; null when it is unknown.</summary>
    public string? TraceParent { get; init; }

    /// <summary>Number in the catalogue.</summary>
    public required string ErrorCode { get; init; }

    public required string Message { get; init; }

    public required string MessagePl { get; init; }

    /// <summary>Step that failed.</summary>
    public string? Step { get; init; }

    public IReadOnlyList<StepRecord> Steps { get; init; } = [];

    /// <summary>When the blob trigger gave up on a file that was never read; null for all others.</summary>
    public DateTimeOffset? GivenUpAt { get; init; }

    /// <summary>
    /// The queue drops a second message with the same id. Of files that were never read only the name is known, and another one may come under it.
    /// Service Bus takes 128 characters.
    /// </summary>
    [JsonIgnore]
    public string MessageId => FileId is not null
        ? string.Create(CultureInfo.InvariantCulture, $"{FileId}-{Attempt}")
        : string.Create(CultureInfo.InvariantCulture, $"{FileIdentity.OfUnread(BlobName)}-{GivenUpAt?.ToUnixTimeMilliseconds()}");

    /// <summary>An orchestration that gave up.</summary>
    /// <param name="file">Its file.</param>
    /// <param name="step">Activity that failed.</param>
    /// <param name="failure">Message of the failure. Only a message of the catalogue is passed on: any other might quote content.</param>
    /// <param name="steps">How far it came.</param>
    public static PoisonEnvelope ForFile(FileReference file, string step, string failure, IReadOnlyList<StepRecord> steps)
    {
        var definition = PipelineException.DefinitionIn(failure);
        var recorded = definition == ErrorCatalogue.Unexpected
            ? definition.Record(step)
            : definition.Record(PipelineException.ArgumentsIn(failure));
        return new PoisonEnvelope
        {
            FileId = file.Id,
            BlobName = file.Path,
            Sha256 = file.Sha256,
            InstanceId = file.InstanceId,
            Attempt = file.Attempt,
            TraceParent = file.TraceParent,
            ErrorCode = definition.Code,
            Message = recorded.Message,
            MessagePl = recorded.MessagePl,
            Step = step,
            Steps = steps,
        };
    }

    /// <summary>A blob that the trigger gave up on before it got an id.</summary>
    /// <param name="blobName">Name in the inbox.</param>
    /// <param name="givenUpAt">When it did.</param>
    public static PoisonEnvelope ForBlob(string blobName, DateTimeOffset givenUpAt)
    {
        var recorded = TechnicalErrors.TriggerGaveUp.Record();
        return new PoisonEnvelope
        {
            BlobName = blobName,
            GivenUpAt = givenUpAt,
            ErrorCode = recorded.Code,
            Message = recorded.Message,
            MessagePl = recorded.MessagePl,
            Step = ReadingStep,
        };
    }
}

/// <summary>JSON of the envelopes.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PoisonEnvelope))]
internal sealed partial class PoisonJson : JsonSerializerContext;
