using System.Text.Json.Serialization;
using KsefFunctions.Steps;

namespace KsefFunctions.Submission;

/// <summary>JSON of what sending gave, as the ledger keeps it for a run that comes again.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Answer<SentSession>))]
internal sealed partial class SubmissionJson : JsonSerializerContext;
