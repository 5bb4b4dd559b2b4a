namespace Ksef.Mapping;

/// <summary>What a company says of itself once (<c>company.json</c>): it fills what its files do not say.</summary>
public sealed record CompanyProfile
{
    /// <summary>A profile that says nothing.</summary>
    public static CompanyProfile Empty { get; } = new();

    /// <summary>How the number comes out of an export that writes it in its own way.</summary>
    public NumberRule NumberRule { get; init; }

    /// <summary>
    /// Whether what EPP says to be paid in full on receipt counts as paid on the day of issue. FA(3) wants a day beside Zaplacono, and EPP has none;
    /// without this the invoice says nothing of a payment.
    /// </summary>
    public bool PaidAtIssue { get; init; }
}
