using System.Text.Json.Serialization;
using KsefSimulator.Json;

namespace KsefSimulator.Http;

/// <summary>How refusals are written.</summary>
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(ProblemDetails))]
[JsonSerializable(typeof(ExceptionResponse))]
[JsonSerializable(typeof(TooManyRequestsResponse))]
internal sealed partial class HttpJson : JsonSerializerContext
{
    public static HttpJson Types { get; } = new(JsonFormat.Options());
}
