using System.Text.Json.Serialization;

namespace KsefFunctions.Evidence;

/// <summary>One answer of KSeF, as evidence.</summary>
/// <param name="At">When it arrived.</param>
/// <param name="Method">HTTP method of the call.</param>
/// <param name="Path">Path of the call, without query.</param>
/// <param name="Status">HTTP status; null when no answer came.</param>
/// <param name="Body">JSON body, with signatures cut out of addresses; null for documents, which are archived on their own.</param>
public sealed record KsefAnswer(DateTimeOffset At, string Method, string Path, int? Status, string? Body);

/// <summary>JSON of the evidence.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(IReadOnlyList<KsefAnswer>))]
internal sealed partial class EvidenceJson : JsonSerializerContext;
