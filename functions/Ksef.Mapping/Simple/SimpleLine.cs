namespace Ksef.Mapping.Simple;

/// <summary>A line as it was read. What the data does not say is <see langword="null"/>.</summary>
/// <param name="Source">The row it was read from.</param>
internal sealed record SimpleLine(DataRow Source)
{
    public int? Number { get; init; }

    public string? Id { get; init; }

    public DateOnly? SaleDate { get; init; }

    public string? Name { get; init; }

    public string? Code { get; init; }

    public string? Gtin { get; init; }

    public string? Pkwiu { get; init; }

    public string? Cn { get; init; }

    public string? Pkob { get; init; }

    public string? Unit { get; init; }

    public decimal? Quantity { get; init; }

    public decimal? NetPrice { get; init; }

    public decimal? GrossPrice { get; init; }

    public decimal? Discount { get; init; }

    public decimal? DiscountPercent { get; init; }

    public decimal? Net { get; init; }

    public decimal? Tax { get; init; }

    public decimal? Gross { get; init; }

    public required SaleRate Rate { get; init; }

    public bool IsAnnex15 { get; init; }

    public decimal? Excise { get; init; }

    public string? Gtu { get; init; }

    public string? Procedure { get; init; }

    public decimal? ExchangeRate { get; init; }

    public bool IsBefore { get; init; }

    /// <summary>-1 for the state before a correction, which is taken off the totals.</summary>
    public int Sign => IsBefore ? -1 : 1;
}
