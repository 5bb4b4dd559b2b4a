namespace Ksef.Mapping;

/// <summary>One of several payments already made (ZaplataCzesciowa).</summary>
public static class PartialPaymentFields
{
    /// <summary>Amount paid.</summary>
    public static readonly SimpleField Amount = new(FieldLevel.PartialPayment, FieldKind.Amount, "wplata_kwota", "partial_payment_amount", "KwotaZaplatyCzesciowej",
        "Kwota wpłaty.", "Amount paid.");

    /// <summary>Date of the payment.</summary>
    public static readonly SimpleField Date = new(FieldLevel.PartialPayment, FieldKind.Date, "wplata_data", "partial_payment_date", "DataZaplatyCzesciowej",
        "Data wpłaty.", "Date of the payment.");

    /// <summary>Form of the payment.</summary>
    public static readonly SimpleField Form = new(FieldLevel.PartialPayment, FieldKind.Code, "wplata_forma", "partial_payment_form", "FormaPlatnosci",
        "Forma wpłaty.", "Form of the payment.");

    /// <summary>All of them, in the order of the documents.</summary>
    public static IReadOnlyList<SimpleField> All { get; } =
    [
        Amount, Date, Form,
    ];
}
