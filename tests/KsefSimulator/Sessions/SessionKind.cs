using System.Text.Json.Serialization;

namespace KsefSimulator.Sessions;

[JsonConverter(typeof(JsonStringEnumConverter<SessionKind>))]
internal enum SessionKind
{
    Online,
    Batch,
}
