namespace Ksef.Mapping.Simple;

/// <summary>An address as FA(3) has it.</summary>
internal sealed record SimpleAddress(string Country, string Line1, string? Line2 = null, string? Gln = null);

/// <summary>A buyer, or a third party.</summary>
internal sealed record SimpleParty
{
    public PartyId Id { get; init; }

    public string? Name { get; init; }

    public SimpleAddress? Address { get; init; }

    public string? Email { get; init; }

    public string? Phone { get; init; }

    public string? CustomerNumber { get; init; }

    /// <summary>Number of the role of a third party (Rola), or none beside <see cref="OtherRole"/>.</summary>
    public int? Role { get; init; }

    /// <summary>Description of another role (OpisRoli).</summary>
    public string? OtherRole { get; init; }

    /// <summary>Whether it is no third party, but the buyer as the corrected invoice has it (Podmiot2K).</summary>
    public bool IsBuyerBefore { get; init; }

    /// <summary>Share of an additional buyer in hundredths.</summary>
    public decimal? Share { get; init; }
}
