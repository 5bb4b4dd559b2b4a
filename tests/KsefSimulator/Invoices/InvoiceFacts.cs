using System.Text.Json.Serialization;

namespace KsefSimulator.Invoices;

/// <summary>What KSeF reads out of an invoice: the members of its metadata and the keys of its rules.</summary>
internal sealed record InvoiceFacts
{
    /// <summary><c>systemCode</c> of the schema, such as <c>FA (3)</c>.</summary>
    public required string SystemCode { get; init; }

    public required string SellerNip { get; init; }

    public string? SellerName { get; init; }

    public required PartyIdentifier Buyer { get; init; }

    public string? BuyerName { get; init; }

    /// <summary>P_2 (P_4C in FA_RR, cbc:ID in PEF).</summary>
    public required string Number { get; init; }

    /// <summary>P_1 (P_4B in FA_RR, cbc:IssueDate in PEF).</summary>
    public required DateOnly IssueDate { get; init; }

    /// <summary>RodzajFaktury as in the document.</summary>
    public required string Kind { get; init; }

    public required string Currency { get; init; }

    public decimal Net { get; init; }

    public decimal Vat { get; init; }

    public decimal Gross { get; init; }

    /// <summary>P_17 = 1: issued by the buyer.</summary>
    public bool IsSelfInvoicing { get; init; }

    public bool HasAttachment { get; init; }

    public IReadOnlyList<ThirdParty>? ThirdParties { get; init; }

    public ThirdParty? AuthorizedParty { get; init; }

    /// <summary>Seller NIP, kind and number: what makes an invoice unique in KSeF.</summary>
    [JsonIgnore]
    public string BusinessKey => $"{SellerNip}|{Kind}|{Number}";
}

/// <summary>A party by <c>Nip</c>, <c>VatUe</c>, <c>InternalId</c>, <c>Other</c> or <c>None</c>.</summary>
internal sealed record PartyIdentifier(string Type, string? Value)
{
    public static PartyIdentifier None { get; } = new("None", null);
}

internal sealed record ThirdParty(PartyIdentifier Identifier, string? Name, int Role);
