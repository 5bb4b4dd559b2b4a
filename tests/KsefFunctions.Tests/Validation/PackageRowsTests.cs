using KsefFunctions.Errors;
using KsefFunctions.Files;
using KsefFunctions.Validation;

namespace KsefFunctions.Tests.Validation;

public sealed class PackageRowsTests
{
    [Fact]
    public void Merge_SameInvoiceTwice_SendsTheFirst()
    {
        var rows = PackageRows.Merge([Row(1, "same"), Row(2, "same"), Row(3, "other")], []);

        rows.Select(row => row.Outcome).ShouldBe([InvoiceOutcome.Pending, InvoiceOutcome.Duplicate, InvoiceOutcome.Pending]);
        ShouldBeACopyOf("1.xml", rows[1]);
    }

    [Fact]
    public void Merge_SecondCopyOfAnInvoiceThatWasAcceptedEarlier_IsNotSentByTheReplay()
    {
        var accepted = Row(1, "same") with { Outcome = InvoiceOutcome.Accepted, KsefNumber = "number" };

        var rows = PackageRows.Merge([Row(1, "same"), Row(2, "same"), Row(3, "other")], [accepted]);

        rows[0].ShouldBe(accepted);
        ShouldBeACopyOf("1.xml", rows[1]);
        rows[2].Outcome.ShouldBe(InvoiceOutcome.Pending);
    }

    private static void ShouldBeACopyOf(string name, InvoiceRow row)
    {
        row.Outcome.ShouldBe(InvoiceOutcome.Duplicate);
        var error = row.Errors.ShouldHaveSingleItem();
        error.Code.ShouldBe(ArchiveErrors.SameInvoiceTwice.Code);
        error.Message.ShouldContain(name);
    }

    private static InvoiceRow Row(int ordinal, string hash) => new()
    {
        Ordinal = ordinal,
        Name = $"{ordinal}.xml",
        InvoiceHash = hash,
        Size = 1,
        Outcome = InvoiceOutcome.Pending,
    };
}
