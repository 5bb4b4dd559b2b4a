namespace Ksef.Mapping.Simple;

/// <summary>An invoice as it was read: typed, not computed.</summary>
/// <param name="Source">What the reader gave.</param>
internal sealed record SimpleInvoice(DataInvoice Source)
{
    public required string Number { get; init; }

    public required InvoiceKind Kind { get; init; }

    public required DateOnly IssueDate { get; init; }

    public required string Currency { get; init; }

    public string? IssuePlace { get; init; }

    public DateOnly? SaleDate { get; init; }

    public (DateOnly From, DateOnly To)? Period { get; init; }

    public decimal? ExchangeRate { get; init; }

    /// <summary>Whether it is reckoned from gross prices; told by the lines when the data does not say.</summary>
    public bool? IsGross { get; init; }

    public required SimpleParty Buyer { get; init; }

    public bool? Jst { get; init; }

    public bool? Gv { get; init; }

    public IReadOnlyList<SimpleParty> OtherParties { get; init; } = [];

    public IReadOnlyList<SimpleLine> Lines { get; init; } = [];

    public SimpleAnnotations Annotations { get; init; } = new();

    public SimplePayment Payment { get; init; } = new();

    public SimpleCorrection Correction { get; init; } = new();

    public IReadOnlyList<SimpleAdvance> Advances { get; init; } = [];

    public SimpleConditions Conditions { get; init; } = new();

    public IReadOnlyList<(decimal Amount, string Reason)> Charges { get; init; } = [];

    public IReadOnlyList<(decimal Amount, string Reason)> Deductions { get; init; } = [];

    public decimal? ToPay { get; init; }

    public IReadOnlyList<(string Name, string Text)> Notes { get; init; } = [];

    public string? Footer { get; init; }

    /// <summary>Totals as the data states them, by their fields.</summary>
    public IReadOnlyDictionary<SimpleField, decimal> Stated { get; init; } = new Dictionary<SimpleField, decimal>();

    public bool IsCorrection => InvoiceKinds.IsCorrection(Kind);
}
