using System.Text.Json.Serialization;
using KsefFunctions.Files;
using KsefFunctions.Steps;

namespace KsefFunctions.Receipts;

/// <summary>JSON of how a file with receipts ended, as the ledger keeps it for a run that comes again.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Answer<FileOutcome>))]
internal sealed partial class ReceiptsJson : JsonSerializerContext;
