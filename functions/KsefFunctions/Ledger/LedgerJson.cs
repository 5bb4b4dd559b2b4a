using System.Text.Json.Serialization;
using KsefFunctions.Files;

namespace KsefFunctions.Ledger;

/// <summary>The ledger's JSON: only ever extended by optional members, because old documents stay.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(FileRecord))]
[JsonSerializable(typeof(ConsignmentRecord))]
[JsonSerializable(typeof(IReadOnlyList<ConsignmentMember>))]
[JsonSerializable(typeof(FileOutcome))]
[JsonSerializable(typeof(Claim))]
internal sealed partial class LedgerJson : JsonSerializerContext;

/// <summary>Marks content as taken, once for all: where its ledger document is.</summary>
internal sealed record Claim(string LedgerName);
