namespace Ksef.Mapping.Epp;

/// <summary>How and when is paid. What was paid on receipt is not passed on: FA(3) wants the day beside it, and the format has none.</summary>
internal static class EppPayment
{
    private const string Card = "karta";
    private const string Credit = "kredyt";

    /// <summary>Fills in the payment.</summary>
    public static void Write(EppDocument document, bool paidOnIssue, DataRow head)
    {
        var fields = document.Fields;
        var toPay = fields.Number(EppHeader.ToPay);
        fields.CopyDate(EppHeader.DueDate, head, PaymentFields.DueDate);
        fields.CopyText(EppHeader.PaymentForm, head, PaymentFields.Form);
        if (fields.Text(EppHeader.PaymentForm).Length == 0 && toPay is > 0)
        {
            WriteWhole(fields, EppHeader.CardAmount, Card, toPay.Value, head);
            WriteWhole(fields, EppHeader.CreditAmount, Credit, toPay.Value, head);
        }

        if (paidOnIssue && toPay is > 0 && fields.Number(EppHeader.Paid) == toPay && fields.Date(EppHeader.IssueDate) is { } issued)
        {
            head.Set(PaymentFields.Paid, DataValue.OfFlag(true, fields.At(EppHeader.Paid)));
            head.Set(PaymentFields.PaidDate, DataValue.OfDate(issued, fields.At(EppHeader.IssueDate), fields.Text(EppHeader.IssueDate)));
        }
    }

    /// <summary>A form that is written only as an amount counts when all is paid by it.</summary>
    private static void WriteWhole(EppFields fields, EppPosition amount, string form, decimal toPay, DataRow head)
    {
        if (fields.Number(amount) == toPay)
        {
            head.Set(PaymentFields.Form, DataValue.OfText(form, fields.At(amount)));
        }
    }
}
