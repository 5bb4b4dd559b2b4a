using Ksef.Mapping.Interpretation;
using Ksef.Mapping.Simple;

namespace Ksef.Mapping.Completion;

/// <summary>Fills what the data does not say from the company's profile.</summary>
internal sealed class Completer(CompanyProfile profile)
{
    public SimpleInvoice Complete(SimpleInvoice invoice)
    {
        var completed = invoice with
        {
            IssuePlace = invoice.IssuePlace ?? profile.IssuePlace,
            Jst = invoice.Jst ?? profile.Jst,
            Gv = invoice.Gv ?? profile.Gv,
            Footer = invoice.Footer ?? profile.Footer,
            // The schema wants it where it differs from the date of issue.
            SaleDate = invoice.SaleDate == invoice.IssueDate ? null : invoice.SaleDate,
            Payment = Payment(invoice),
            Annotations = Annotations(invoice.Annotations),
        };
        return completed;
    }

    private SimplePayment Payment(SimpleInvoice invoice)
    {
        var payment = invoice.Payment;
        var form = payment.Form ?? (profile.PaymentForm is { } usual ? Codes.PaymentForm(usual) : null);
        var isSettled = payment.IsPaid || payment.PaidDate is not null;
        var days = payment.DueDays ?? (isSettled || invoice.IsCorrection ? null : profile.PaymentDays);
        var account = payment.Account ?? profile.Accounts.GetValueOrDefault(invoice.Currency);
        return payment with
        {
            Form = form,
            DueDate = payment.DueDate ?? (days is { } given ? invoice.IssueDate.AddDays(given) : null),
            PaidDate = payment.PaidDate ?? (profile.PaidOnIssue && (payment.IsPaid || payment.PaidAmount > 0) ? invoice.IssueDate : null),
            // Cash and cards need no account.
            Account = payment.Account ?? (form is { Code: 1 or 2 } ? null : account),
        };
    }

    private SimpleAnnotations Annotations(SimpleAnnotations annotations) => annotations with
    {
        CashMethod = annotations.CashMethod ?? profile.CashMethod,
        SplitPayment = annotations.SplitPayment ?? profile.SplitPayment,
        ExemptionAct = annotations.HasExemptionBasis ? annotations.ExemptionAct : profile.ExemptionAct,
        ExemptionDirective = annotations.HasExemptionBasis ? annotations.ExemptionDirective : profile.ExemptionDirective,
        ExemptionOther = annotations.HasExemptionBasis ? annotations.ExemptionOther : profile.ExemptionOther,
    };
}
