using System.Text.Json.Serialization;
using KsefSimulator.Json;

namespace KsefSimulator.Sessions;

/// <summary>How a session is written in the journal.</summary>
[JsonSerializable(typeof(Session))]
internal sealed partial class SessionJson : JsonSerializerContext
{
    public static SessionJson Types { get; } = new(JsonFormat.Options());
}
