using KsefFunctions.Errors;
using KsefFunctions.Files;
using KsefFunctions.Results;
using KsefFunctions.Tests.Ledger;

namespace KsefFunctions.Tests.Results;

public sealed class FinalOutcomeTests
{
    [Theory]
    [InlineData("Accepted", FileOutcome.Accepted)]
    [InlineData("Accepted Accepted", FileOutcome.Accepted)]
    [InlineData("Accepted Rejected", FileOutcome.PartlyAccepted)]
    [InlineData("Accepted Duplicate", FileOutcome.PartlyAccepted)]
    [InlineData("Rejected", FileOutcome.Rejected)]
    [InlineData("Rejected Duplicate", FileOutcome.Rejected)]
    [InlineData("Duplicate Duplicate", FileOutcome.Duplicate)]
    [InlineData("", FileOutcome.Rejected)]
    public void Of_OutcomesOfInvoices_GivesOutcomeOfFile(string rows, FileOutcome expected) =>
        FinalOutcome.Of(Record(rows), dryRun: false).ShouldBe(expected);

    [Fact]
    public void Of_PendingInvoiceInDryRun_IsValidated() => FinalOutcome.Of(Record("Pending"), dryRun: true).ShouldBe(FileOutcome.Validated);

    [Fact]
    public void Of_PendingInvoiceAfterSending_IsNoEnd() =>
        Should.Throw<InvalidOperationException>(() => FinalOutcome.Of(Record("Accepted Pending") with { Invoices = Record("Pending").Invoices }, dryRun: false));

    [Fact]
    public void Of_RefusedByAPerson_IsRefused()
    {
        var record = Record("Pending") with { Approval = new ApprovalRecord(false, "Księgowość", DateTimeOffset.UnixEpoch, null) };

        FinalOutcome.Of(record, dryRun: false).ShouldBe(FileOutcome.Refused);
    }

    [Fact]
    public void Of_SecondCopyWithinThePackage_DoesNotSpoilTheFile()
    {
        var record = Record("Accepted Duplicate");
        var copy = record.Invoices[1] with { Errors = [ArchiveErrors.SameInvoiceTwice.Record("1.xml")] };

        FinalOutcome.Of(record with { Invoices = [record.Invoices[0], copy] }, dryRun: false).ShouldBe(FileOutcome.Accepted);
    }

    private static FileRecord Record(string rows) => AnyFile.Record with
    {
        Invoices =
        [
            .. rows.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((outcome, index) => new InvoiceRow
            {
                Ordinal = index + 1,
                Name = $"{index + 1}.xml",
                InvoiceHash = $"hash {index}",
                Size = 1,
                Outcome = Enum.Parse<InvoiceOutcome>(outcome),
            }),
        ],
    };
}
