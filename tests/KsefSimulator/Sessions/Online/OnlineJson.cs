using System.Text.Json.Serialization;
using KsefSimulator.Json;

namespace KsefSimulator.Sessions.Online;

/// <summary>Bodies of the operations of online sessions.</summary>
[JsonSerializable(typeof(OpenOnlineSessionRequest))]
[JsonSerializable(typeof(OpenOnlineSessionResponse))]
[JsonSerializable(typeof(SendInvoiceRequest))]
[JsonSerializable(typeof(SendInvoiceResponse))]
internal sealed partial class OnlineJson : JsonSerializerContext
{
    public static OnlineJson Types { get; } = new(JsonFormat.Options());
}
