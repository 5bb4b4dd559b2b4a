using System.Text.Json.Serialization;
using KsefSimulator.Json;

namespace KsefSimulator.Sessions.Batch;

/// <summary>Bodies of the operations of batch sessions, and the journal's parts.</summary>
[JsonSerializable(typeof(ReceivedPart))]
[JsonSerializable(typeof(OpenBatchSessionRequest))]
[JsonSerializable(typeof(OpenBatchSessionResponse))]
internal sealed partial class BatchJson : JsonSerializerContext
{
    public static BatchJson Types { get; } = new(JsonFormat.Options());
}
