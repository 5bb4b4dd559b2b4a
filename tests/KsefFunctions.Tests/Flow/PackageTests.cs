using KsefFunctions.Files;
using KsefFunctions.Receipts;
using SampleInvoices;
using SampleInvoices.Broken;

namespace KsefFunctions.Tests.Flow;

[Collection(SharedAppTests.Name)]
public sealed class PackageTests(SharedApp shared)
{
    private readonly HostedApp _app = shared.App;

    [Fact]
    public async Task Drop_PackageOfValidInvoices_GoesInOneBatchSession()
    {
        var pattern = RunningApp.Invoice();
        var record = await _app.SettleAsync("twenty.zip", SampleArchive.Zip(SampleArchive.Invoices(pattern, 20)));

        record.Outcome.ShouldBe(FileOutcome.Accepted);
        record.Invoices.Count.ShouldBe(20);
        record.Invoices.Select(row => row.KsefNumber).ShouldBeUnique();
        record.Sessions.ShouldHaveSingleItem().Kind.ShouldBe(SessionKind.Batch);
        var upo = await _app.OutboxTextAsync($"{SampleNips.Seller}/twenty.zip.upo.xml");
        UpoProof.Confirmed(System.Text.Encoding.UTF8.GetBytes(upo.ShouldNotBeNull())).Count.ShouldBe(20);
    }

    [Fact]
    public async Task Drop_OneBadInvoiceAmongGoodOnes_GoodOnesGo()
    {
        var record = await _app.SettleAsync(
            "mixed.zip",
            SampleArchive.Zip(
            [
                ("good-1.xml", RunningApp.Invoice().ToBytes()),
                ("bad.xml", BrokenInvoices.FutureDate.Content),
                ("good-2.xml", RunningApp.Invoice().ToBytes()),
                ("notes.txt", "hello"u8.ToArray()),
                ("inner.zip", SampleArchive.Zip([("x.xml", RunningApp.Invoice().ToBytes())])),
            ]));

        record.Outcome.ShouldBe(FileOutcome.PartlyAccepted);
        record.Invoices.Select(row => (row.Name, row.Outcome)).ShouldBe(
        [
            ("good-1.xml", InvoiceOutcome.Accepted),
            ("bad.xml", InvoiceOutcome.Rejected),
            ("good-2.xml", InvoiceOutcome.Accepted),
            ("notes.txt", InvoiceOutcome.Rejected),
            ("inner.zip", InvoiceOutcome.Rejected),
        ]);
        record.Invoices[3].Errors[0].Code.ShouldBe("KSF-2108");
        record.Invoices[4].Errors[0].Code.ShouldBe("KSF-2104");
    }

    [Fact]
    public async Task Drop_SameInvoiceTwiceInAPackage_IsSentOnce()
    {
        var content = RunningApp.Invoice().ToBytes();

        var record = await _app.SettleAsync("twice.zip", SampleArchive.Zip([("a.xml", content), ("b.xml", content)]));

        record.Outcome.ShouldBe(FileOutcome.Accepted);
        record.Invoices[0].Outcome.ShouldBe(InvoiceOutcome.Accepted);
        record.Invoices[1].Outcome.ShouldBe(InvoiceOutcome.Duplicate);
        record.Invoices[1].Errors.ShouldHaveSingleItem().Code.ShouldBe("KSF-2107");
    }

    [Fact]
    public async Task Drop_PackageOfSeveralForms_GoesInASessionForEachForm()
    {
        var record = await _app.SettleAsync(
            "forms.zip",
            SampleArchive.Zip(
            [
                ("fa3.xml", RunningApp.Invoice().ToBytes()),
                ("fa2.xml", (RunningApp.Invoice() with { Schema = SampleSchema.Fa2 }).ToBytes()),
                ("pef.xml", (RunningApp.Invoice() with { Schema = SampleSchema.Pef3 }).ToBytes()),
            ]));

        record.Invoices.ShouldAllBe(row => row.Outcome == InvoiceOutcome.Accepted);
        record.Outcome.ShouldBe(FileOutcome.Accepted);
        record.Sessions.Select(session => session.Submission).ShouldBe(["Batch:FA(3)", "Batch:FA(2)", "Online:PEF(3)"], ignoreOrder: true);
    }
}
