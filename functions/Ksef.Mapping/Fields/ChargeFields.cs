namespace Ksef.Mapping;

/// <summary>An amount added to what is to be paid, outside VAT (Obciazenia).</summary>
public static class ChargeFields
{
    /// <summary>Amount added to what is to be paid, outside VAT (such as a deposit on packaging).</summary>
    public static readonly SimpleField Amount = new(FieldLevel.Charge, FieldKind.Amount, "obciazenie_kwota", "charge_amount", "Obciazenia/Kwota",
        "Kwota doliczona do zapłaty, poza podatkiem (na przykład kaucja za opakowania).", "Amount added to what is to be paid, outside VAT (such as a deposit on packaging).");

    /// <summary>Reason of the charge.</summary>
    public static readonly SimpleField Reason = new(FieldLevel.Charge, FieldKind.Text, "obciazenie_powod", "charge_reason", "Obciazenia/Powod",
        "Powód doliczenia.", "Reason of the charge.");

    /// <summary>All of them, in the order of the documents.</summary>
    public static IReadOnlyList<SimpleField> All { get; } =
    [
        Amount, Reason,
    ];
}
