namespace Ksef.Mapping.Simple;

/// <summary>What a correction says of itself.</summary>
internal sealed record SimpleCorrection
{
    public string? Reason { get; init; }

    public int? Effect { get; init; }

    public string? Period { get; init; }

    public string? RightNumber { get; init; }

    public decimal? AmountBefore { get; init; }

    public decimal? RateBefore { get; init; }

    /// <summary>The buyer as it was, where that is what is corrected.</summary>
    public SimpleParty? BuyerBefore { get; init; }

    public IReadOnlyList<SimpleOriginal> Originals { get; init; } = [];
}

/// <summary>An invoice that is corrected.</summary>
internal sealed record SimpleOriginal(DataRow Source, string Number, DateOnly? IssueDate, string? KsefNumber, bool IsOutsideKsef);

/// <summary>An advance that is settled, or a part of it at one rate.</summary>
internal sealed record SimpleAdvance(DataRow Source, string? Number, string? KsefNumber, bool IsOutsideKsef)
{
    public SaleRate? Rate { get; init; }

    public decimal? Net { get; init; }

    public decimal? Tax { get; init; }

    public decimal? Gross { get; init; }
}
