using System.Text.RegularExpressions;

namespace Ksef.Mapping.Epp;

/// <summary>How and when is paid. What was paid on receipt is not passed on: FA(3) wants the day beside it, and the format has none.</summary>
internal static partial class EppPayment
{
    private const string Card = "karta";
    private const string Credit = "kredyt";

    /// <summary>Fills in the payment.</summary>
    public static void Write(EppDocument document, bool paidOnIssue, DataRow head)
    {
        var fields = document.Fields;
        var toPay = fields.Number(EppHeader.ToPay);
        fields.CopyDate(EppHeader.DueDate, head, PaymentFields.DueDate);
        // The name of a form has its days, which the due date says better: "przelew 14 dni".
        var form = Days().Replace(fields.Text(EppHeader.PaymentForm), string.Empty);
        head.Set(PaymentFields.Form, DataValue.OfText(form, fields.At(EppHeader.PaymentForm)));
        if (fields.Text(EppHeader.PaymentForm).Length == 0 && toPay is > 0)
        {
            WriteWhole(fields, EppHeader.CardAmount, Card, toPay.Value, head);
            WriteWhole(fields, EppHeader.CreditAmount, Credit, toPay.Value, head);
        }

        // What is paid by merchant's credit counts as paid on receipt here, and is not.
        var isPaid = toPay is > 0 && fields.Number(EppHeader.Paid) == toPay && fields.Number(EppHeader.CreditAmount) is null or 0;
        if (paidOnIssue && isPaid && fields.Date(EppHeader.IssueDate) is { } issued)
        {
            head.Set(PaymentFields.Paid, DataValue.OfFlag(true, fields.At(EppHeader.Paid)));
            head.Set(PaymentFields.PaidDate, DataValue.OfDate(issued, fields.At(EppHeader.IssueDate), fields.Text(EppHeader.IssueDate)));
        }
    }

    [GeneratedRegex(@"\s+\d+\s*dni$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Days();

    /// <summary>A form that is written only as an amount counts when all is paid by it.</summary>
    private static void WriteWhole(EppFields fields, EppPosition amount, string form, decimal toPay, DataRow head)
    {
        if (fields.Number(amount) == toPay)
        {
            head.Set(PaymentFields.Form, DataValue.OfText(form, fields.At(amount)));
        }
    }
}
