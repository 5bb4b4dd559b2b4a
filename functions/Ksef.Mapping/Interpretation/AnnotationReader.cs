using Ksef.Mapping.Exact;
using Ksef.Mapping.Simple;

namespace Ksef.Mapping.Interpretation;

/// <summary>Reads the marks of an invoice, and its orders and contracts.</summary>
internal static class AnnotationReader
{
    public static SimpleAnnotations Read(RowReader head) => new()
    {
        CashMethod = head.Flag(InvoiceFields.CashMethod),
        SelfBilled = head.Flag(InvoiceFields.SelfBilled) == true,
        ReverseCharge = head.Flag(InvoiceFields.ReverseCharge),
        SplitPayment = head.Flag(InvoiceFields.SplitPayment),
        Triangular = head.Flag(InvoiceFields.Triangular) == true,
        ExemptionAct = head.Text(InvoiceFields.ExemptionAct),
        ExemptionDirective = head.Text(InvoiceFields.ExemptionDirective),
        ExemptionOther = head.Text(InvoiceFields.ExemptionOther),
        Margin = Codes.ReadText(head, InvoiceFields.Margin, Codes.Margin, "biura podróży, towary używane, dzieła sztuki, antyki"),
        ToReceipt = head.Flag(InvoiceFields.ToReceipt) == true,
        RelatedParties = head.Flag(InvoiceFields.RelatedParties) == true,
        ExciseRefund = head.Flag(InvoiceFields.ExciseRefund) == true,
        EuPrefix = head.Flag(SellerFields.EuPrefix),
    };

    public static SimpleConditions Conditions(RowReader head) => new()
    {
        OrderNumber = head.Text(InvoiceFields.OrderNumber),
        OrderDate = head.Date(InvoiceFields.OrderDate),
        ContractNumber = head.Text(InvoiceFields.ContractNumber),
        ContractDate = head.Date(InvoiceFields.ContractDate),
        DeliveryTerms = head.Text(InvoiceFields.DeliveryTerms),
        DeliveryNotes = List(head, InvoiceFields.DeliveryNotes),
        BatchNumbers = List(head, InvoiceFields.BatchNumbers),
    };

    private static string[] List(RowReader head, SimpleField field) =>
        head.Text(field)?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
