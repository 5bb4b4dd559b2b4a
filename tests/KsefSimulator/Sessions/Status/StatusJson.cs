using System.Text.Json.Serialization;
using KsefSimulator.Json;

namespace KsefSimulator.Sessions.Status;

/// <summary>Bodies of the questions about sessions.</summary>
[JsonSerializable(typeof(SessionStatusResponse))]
[JsonSerializable(typeof(SessionInvoicesResponse))]
[JsonSerializable(typeof(SessionInvoiceItem))]
[JsonSerializable(typeof(SessionsQueryResponse))]
internal sealed partial class StatusJson : JsonSerializerContext
{
    public static StatusJson Types { get; } = new(JsonFormat.Options());
}
