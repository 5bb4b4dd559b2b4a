using Ksef.Mapping.Interpretation;
using Ksef.Mapping.Simple;

namespace Ksef.Mapping.Completion;

/// <summary>Fills what the data does not say from the company's profile. A mistake in the profile is found where its field is needed, and only there.</summary>
internal sealed class Completer(CompanyProfile profile, List<DataFinding> findings)
{
    public SimpleInvoice Complete(SimpleInvoice invoice) => invoice with
    {
        IssuePlace = invoice.IssuePlace ?? Use("issuePlace", profile.IssuePlace),
        Jst = invoice.Jst ?? Use("jst", profile.Jst),
        Gv = invoice.Gv ?? Use("gv", profile.Gv),
        Footer = invoice.Footer ?? Use("footer", profile.Footer),
        // The schema wants it where it differs from the date of issue.
        SaleDate = invoice.SaleDate == invoice.IssueDate ? null : invoice.SaleDate,
        Payment = Payment(invoice),
        Annotations = Annotations(invoice),
    };

    private SimplePayment Payment(SimpleInvoice invoice)
    {
        var payment = invoice.Payment;
        var form = payment.Form ?? (Use("paymentForm", profile.PaymentForm) is { } usual ? Codes.PaymentForm(usual) : null);
        var isSettled = payment.IsPaid || payment.PaidDate is not null;
        var days = payment.DueDays ?? (isSettled || invoice.IsCorrection || payment.DueDate is not null ? null : Use("paymentDays", profile.PaymentDays));
        var needsDate = payment.PaidDate is null && (payment.IsPaid || payment.PaidAmount > 0);
        return payment with
        {
            Form = form,
            DueDate = payment.DueDate ?? (days is { } given ? invoice.IssueDate.AddDays(given) : null),
            PaidDate = needsDate && Use("paidOnIssue", profile.PaidOnIssue) ? invoice.IssueDate : payment.PaidDate,
            // Cash and cards need no account.
            Account = payment.Account ?? (form is { Code: 1 or 2 } ? null : Use("accounts", profile.Accounts).GetValueOrDefault(invoice.Currency)),
        };
    }

    private SimpleAnnotations Annotations(SimpleInvoice invoice)
    {
        var annotations = invoice.Annotations;
        var needsBasis = !annotations.HasExemptionBasis && invoice.Lines.Any(line => line.Rate == SaleRate.Exempt);
        return annotations with
        {
            CashMethod = annotations.CashMethod ?? Use("cashMethod", profile.CashMethod),
            SplitPayment = annotations.SplitPayment ?? Use("splitPayment", profile.SplitPayment),
            ExemptionAct = needsBasis ? Use("exemptionAct", profile.ExemptionAct) : annotations.ExemptionAct,
            ExemptionDirective = needsBasis ? Use("exemptionDirective", profile.ExemptionDirective) : annotations.ExemptionDirective,
            ExemptionOther = needsBasis ? Use("exemptionOther", profile.ExemptionOther) : annotations.ExemptionOther,
        };
    }

    private T Use<T>(string field, T value)
    {
        if (profile.MistakeOf(field) is { } mistake && !findings.Contains(mistake))
        {
            findings.Add(mistake);
        }

        return value;
    }
}
