using SampleInvoices;

namespace Ksef.Invoices.Tests.Checking;

/// <summary>The checker on an ordinary day, with the strictest settings.</summary>
internal static class Check
{
    public static readonly InvoiceChecker Checker = new(new FixedClock(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero)));

    public static InvoiceCheck Of(byte[] content, InvoiceCheckOptions? options = null) => Checker.Check(content, options ?? new InvoiceCheckOptions());

    public static InvoiceCheck Of(SampleInvoice invoice, InvoiceCheckOptions? options = null) => Of(invoice.ToBytes(), options);

    public static IEnumerable<string> Codes(this InvoiceCheck check) => check.Findings.Select(finding => finding.Code);
}
