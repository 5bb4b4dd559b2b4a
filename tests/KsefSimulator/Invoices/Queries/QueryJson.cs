using System.Text.Json.Serialization;
using KsefSimulator.Json;

namespace KsefSimulator.Invoices.Queries;

/// <summary>Bodies of queries for invoices.</summary>
[JsonSerializable(typeof(InvoiceFilterBody))]
[JsonSerializable(typeof(QueryMetadataResponse))]
internal sealed partial class QueryJson : JsonSerializerContext
{
    public static QueryJson Types { get; } = new(JsonFormat.Options());
}
