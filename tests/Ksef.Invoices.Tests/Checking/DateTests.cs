using SampleInvoices;

namespace Ksef.Invoices.Tests.Checking;

public sealed class DateTests
{
    [Theory]
    [InlineData("2026-07-01T21:59:59Z", "2026-07-01", true)]
    [InlineData("2026-07-01T21:59:59Z", "2026-07-02", false)]
    [InlineData("2026-07-01T22:00:00Z", "2026-07-02", true)]
    [InlineData("2026-12-31T22:59:59Z", "2027-01-01", false)]
    [InlineData("2026-12-31T23:00:00Z", "2027-01-01", true)]
    public void Check_IssueDate_IsComparedWithTheDayInWarsaw(string now, string issueDate, bool accepted)
    {
        var checker = new InvoiceChecker(new FixedClock(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture)));
        var invoice = new SampleInvoice { IssueDate = DateOnly.Parse(issueDate, System.Globalization.CultureInfo.InvariantCulture) };

        checker.Check(invoice.ToBytes(), new InvoiceCheckOptions()).IsAccepted.ShouldBe(accepted);
    }

    [Theory]
    [InlineData(SampleSchema.Fa2)]
    [InlineData(SampleSchema.FaRr1)]
    [InlineData(SampleSchema.Pef3)]
    [InlineData(SampleSchema.PefKor3)]
    public void Check_FutureDateInEverySchema_IsRefused(SampleSchema schema) =>
        Check.Of(new SampleInvoice { Schema = schema, IssueDate = new DateOnly(2026, 11, 24) }).Codes().ShouldContain("KSF-1304");
}
