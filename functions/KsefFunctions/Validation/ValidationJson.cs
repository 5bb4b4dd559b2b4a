using System.Text.Json.Serialization;

namespace KsefFunctions.Validation;

/// <summary>JSON of what the checks gave, as the ledger keeps it for a run that comes again.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ValidatedFile))]
internal sealed partial class ValidationJson : JsonSerializerContext;
