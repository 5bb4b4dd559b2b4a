namespace Ksef.Mapping.Simple;

/// <summary>Marks that the law demands on invoices (Adnotacje, FP, TP, ZwrotAkcyzy). <see langword="null"/> where the data says nothing.</summary>
internal sealed record SimpleAnnotations
{
    public bool? CashMethod { get; init; }

    public bool SelfBilled { get; init; }

    public bool? ReverseCharge { get; init; }

    public bool? SplitPayment { get; init; }

    public bool Triangular { get; init; }

    public string? ExemptionAct { get; init; }

    public string? ExemptionDirective { get; init; }

    public string? ExemptionOther { get; init; }

    /// <summary>Name of the element of the margin scheme, such as <c>P_PMarzy_2</c>.</summary>
    public string? Margin { get; init; }

    public bool ToReceipt { get; init; }

    public bool RelatedParties { get; init; }

    public bool ExciseRefund { get; init; }

    public bool? EuPrefix { get; init; }

    public bool HasExemptionBasis => ExemptionAct is not null || ExemptionDirective is not null || ExemptionOther is not null;
}
