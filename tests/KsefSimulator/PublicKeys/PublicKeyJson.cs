using System.Text.Json.Serialization;
using KsefSimulator.Json;

namespace KsefSimulator.PublicKeys;

/// <summary>How keys are written, for clients and for the journal.</summary>
[JsonSerializable(typeof(List<PublicKeyCertificate>))]
[JsonSerializable(typeof(MinistryKey))]
internal sealed partial class PublicKeyJson : JsonSerializerContext
{
    public static PublicKeyJson Types { get; } = new(JsonFormat.Options());
}
