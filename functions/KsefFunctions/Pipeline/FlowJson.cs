using System.Text.Json.Serialization;
using KsefFunctions.Ledger;
using KsefFunctions.Results;
using KsefFunctions.Submission;
using KsefFunctions.Validation;

namespace KsefFunctions.Pipeline;

/// <summary>JSON of what steps give, as the ledger keeps it for runs that come again.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ValidatedFile))]
[JsonSerializable(typeof(Answer<SentSession>))]
[JsonSerializable(typeof(Answer<SessionSnapshot>))]
[JsonSerializable(typeof(Answer<FileOutcome>))]
[JsonSerializable(typeof(FileOutcome))]
internal sealed partial class FlowJson : JsonSerializerContext;
