using System.Text.Json.Serialization;

namespace Ksef.Client;

/// <summary>Which invoices to look for. Source: KSeF API 2.6, POST /invoices/query/metadata, schema InvoiceQueryFilters.</summary>
/// <param name="SubjectType">
/// The context's part in the invoices: <c>Subject1</c> seller, <c>Subject2</c> buyer, <c>Subject3</c> third party, <c>SubjectAuthorized</c>.
/// </param>
/// <param name="DateRange">KSeF demands a range, at most three months long.</param>
public sealed record InvoiceQuery(string SubjectType, InvoiceDateRange DateRange)
{
    /// <summary>Only this invoice.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public KsefNumber? KsefNumber { get; init; }

    /// <summary>Only the seller's number (P_2), exactly.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? InvoiceNumber { get; init; }

    /// <summary>Only this seller.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? SellerNip { get; init; }

    /// <summary>Only these kinds, for example <c>Vat</c>, <c>Kor</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? InvoiceTypes { get; init; }
}
