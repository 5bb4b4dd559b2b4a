using Ksef.Mapping.Exact;
using Ksef.Mapping.Simple;

namespace Ksef.Mapping.Interpretation;

/// <summary>Reads how an invoice is or was paid.</summary>
internal static class PaymentReader
{
    public static SimplePayment Read(RowReader head, IEnumerable<RowReader> payments) => new()
    {
        Form = Form(head, PaymentFields.Form),
        DueDate = head.Date(PaymentFields.DueDate),
        DueDays = head.Integer(PaymentFields.DueDays),
        IsPaid = head.Flag(PaymentFields.Paid) == true,
        PaidDate = head.Date(PaymentFields.PaidDate),
        PaidAmount = head.Number(PaymentFields.PaidAmount),
        Partial = [.. payments.Select(Partial).OfType<PartialPayment>()],
        Account = Account(head, PaymentFields.Account) is { } number
            ? new BankAccount(number, head.Text(PaymentFields.Swift), head.Text(PaymentFields.BankName), head.Text(PaymentFields.AccountNote))
            : null,
        Factor = Account(head, PaymentFields.FactorAccount) is { } factor ? new BankAccount(factor, BankName: head.Text(PaymentFields.FactorBankName)) : null,
        DiscountTerms = head.Text(PaymentFields.DiscountTerms),
        Discount = head.Text(PaymentFields.Discount),
        Link = head.Text(PaymentFields.Link),
    };

    private static PaymentForm? Form(RowReader row, SimpleField field) => row.Text(field) is { } text ? Codes.PaymentForm(text) : null;

    private static PartialPayment? Partial(RowReader row)
    {
        foreach (var field in new[] { PartialPaymentFields.Amount, PartialPaymentFields.Date })
        {
            if (!row.Has(field))
            {
                row.ReportAt(ValueFindings.Missing, field);
            }
        }

        return row.Number(PartialPaymentFields.Amount) is { } amount && row.Date(PartialPaymentFields.Date) is { } date
            ? new PartialPayment(amount, date, Form(row, PartialPaymentFields.Form))
            : null;
    }

    private static string? Account(RowReader row, SimpleField field)
    {
        if (row.Raw(field) is not { } value)
        {
            return null;
        }

        // A sheet keeps no more than 15 digits of a number: what stands behind them is made up.
        var isMadeUp = value.Type == DataValueType.Number;
        var account = Identifiers.AccountOf(value.Shown, out var reason);
        if (account is null || isMadeUp)
        {
            row.Report(ValueFindings.WrongAccount, field, value, ("reason", isMadeUp ? new("zapisano go jako liczbę, więc jego cyfry przepadły", "it was stored as a number, so digits of it are lost") : reason));
            return null;
        }

        return account;
    }
}
