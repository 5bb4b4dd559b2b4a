using System.Text.Json.Serialization;
using KsefFunctions.Files;
using KsefFunctions.Steps;

namespace KsefFunctions.Settlement;

/// <summary>JSON of what a look at a session gave, as the ledger keeps it for a run that comes again.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Answer<SessionSnapshot>))]
[JsonSerializable(typeof(Answer<SettledPage>))]
[JsonSerializable(typeof(ConsignmentState))]
internal sealed partial class SettlementJson : JsonSerializerContext;
