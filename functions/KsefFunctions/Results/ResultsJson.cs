using System.Text.Json.Serialization;
using KsefFunctions.Files;

namespace KsefFunctions.Results;

/// <summary>JSON of how a file without receipts ended, as the ledger keeps it for a run that comes again.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(FileOutcome))]
internal sealed partial class ResultsJson : JsonSerializerContext;
