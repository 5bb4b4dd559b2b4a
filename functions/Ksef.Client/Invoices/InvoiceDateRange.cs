using System.Text.Json.Serialization;

namespace Ksef.Client;

/// <summary>A range of dates. Source: KSeF API 2.6, schema InvoiceQueryDateRange.</summary>
/// <param name="DateType"><c>Issue</c>, <c>Invoicing</c> or <c>PermanentStorage</c>.</param>
/// <param name="From">Start, inclusive.</param>
/// <param name="To">End, inclusive; null for now.</param>
public sealed record InvoiceDateRange(
    string DateType,
    DateTimeOffset From,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? To);
