namespace Ksef.Mapping.Simple;

/// <summary>A form of payment: one of FA(3)'s seven, or another in words.</summary>
internal readonly record struct PaymentForm(int? Code, string? Other);

/// <summary>A payment already made.</summary>
internal sealed record PartialPayment(decimal Amount, DateOnly Date, PaymentForm? Form);

/// <summary>How the invoice is or was paid.</summary>
internal sealed record SimplePayment
{
    public PaymentForm? Form { get; init; }

    public DateOnly? DueDate { get; init; }

    public int? DueDays { get; init; }

    public bool IsPaid { get; init; }

    public DateOnly? PaidDate { get; init; }

    public decimal? PaidAmount { get; init; }

    public IReadOnlyList<PartialPayment> Partial { get; init; } = [];

    public BankAccount? Account { get; init; }

    public BankAccount? Factor { get; init; }

    public string? DiscountTerms { get; init; }

    public string? Discount { get; init; }

    public string? Link { get; init; }
}
