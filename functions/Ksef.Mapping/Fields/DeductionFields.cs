namespace Ksef.Mapping;

/// <summary>An amount taken off what is to be paid, outside VAT (Odliczenia).</summary>
public static class DeductionFields
{
    /// <summary>Amount taken off what is to be paid, outside VAT.</summary>
    public static readonly SimpleField Amount = new(FieldLevel.Deduction, FieldKind.Amount, "odliczenie_kwota", "deduction_amount", "Odliczenia/Kwota",
        "Kwota odliczona od zapłaty, poza podatkiem.", "Amount taken off what is to be paid, outside VAT.");

    /// <summary>Reason of the deduction.</summary>
    public static readonly SimpleField Reason = new(FieldLevel.Deduction, FieldKind.Text, "odliczenie_powod", "deduction_reason", "Odliczenia/Powod",
        "Powód odliczenia.", "Reason of the deduction.");

    /// <summary>All of them, in the order of the documents.</summary>
    public static IReadOnlyList<SimpleField> All { get; } =
    [
        Amount, Reason,
    ];
}
