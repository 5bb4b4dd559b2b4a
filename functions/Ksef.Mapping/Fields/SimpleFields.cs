namespace Ksef.Mapping;

/// <summary>The simple layout: every field that a table or the simple JSON may hold.</summary>
public static class SimpleFields
{
    /// <summary>All fields, in the order of the documents.</summary>
    public static IReadOnlyList<SimpleField> All { get; } =
    [
        .. InvoiceFields.All, .. SellerFields.All, .. BuyerFields.All, .. PaymentFields.All, .. CorrectionFields.All, .. TotalFields.All, .. LineFields.All,
        .. OriginalFields.All, .. AdvanceFields.All, .. PartyFields.All, .. PartialPaymentFields.All, .. ChargeFields.All, .. DeductionFields.All, .. NoteFields.All,
    ];
}
