using Ksef.Mapping.Simple;

namespace Ksef.Mapping.Computation;

/// <summary>What is left to pay, and what of it is paid.</summary>
internal static class Settlement
{
    /// <summary>The total due with charges and without deductions.</summary>
    public static decimal ToPay(ComputedInvoice computed) =>
        computed.Due + computed.Invoice.Charges.Sum(charge => charge.Amount) - computed.Invoice.Deductions.Sum(deduction => deduction.Amount);

    /// <summary>Whether it is paid in full, on a day that is known: FA(3) does not take the one without the other.</summary>
    public static bool IsPaid(ComputedInvoice computed)
    {
        var payment = computed.Invoice.Payment;
        return payment is { Partial.Count: 0, PaidDate: not null } && (payment.PaidAmount is { } amount ? amount >= ToPay(computed) : payment.IsPaid || payment.PaidDate is not null);
    }

    /// <summary>Payments that are not the whole, each with its day.</summary>
    public static IReadOnlyList<PartialPayment> PartialPayments(ComputedInvoice computed)
    {
        var payment = computed.Invoice.Payment;
        return payment.Partial.Count > 0 ? payment.Partial
            : payment is { PaidDate: { } date, PaidAmount: { } amount and > 0 } && !IsPaid(computed) ? [new PartialPayment(amount, date, null)]
            : [];
    }
}
