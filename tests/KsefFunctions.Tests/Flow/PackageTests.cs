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
        var result = await _app.ResultAsync($"{SampleNips.Seller}/twice.zip");
        var copy = result.GetProperty("invoices")[1];
        copy.GetProperty("errors")[0].GetProperty("severity").GetString().ShouldBe("note");
        copy.GetProperty("originalKsefNumber").GetString().ShouldBe(record.Invoices[0].KsefNumber);
        FileSummary.Of(record).ShouldSatisfyAllConditions(
            summary => summary.InvoiceCount.ShouldBe(1),
            summary => summary.RejectedCount.ShouldBe(0),
            summary => summary.WarningCount.ShouldBe(0),
            summary => summary.ErrorCode.ShouldBeNull());
    }

    [Fact]
    public async Task Drop_CorrectedPackage_KeepsWhatItsInvoicesHadAndSaysSoWithoutAWarning()
    {
        var kept = RunningApp.Invoice().ToBytes();
        var first = await _app.SettleAsync("partly.zip", SampleArchive.Zip([("kept.xml", kept), ("wrong.xml", BrokenInvoices.FutureDate.Content)]));
        first.Outcome.ShouldBe(FileOutcome.PartlyAccepted);

        var corrected = await _app.SettleAsync("corrected.zip", SampleArchive.Zip([("kept.xml", kept), ("wrong.xml", RunningApp.Invoice().ToBytes())]));

        corrected.Outcome.ShouldBe(FileOutcome.Accepted);
        FileSummary.Of(corrected).WarningCount.ShouldBe(0);
        (corrected.Invoices[0].KsefNumber, corrected.Invoices[0].AcquisitionDate).ShouldBe((first.Invoices[0].KsefNumber, first.Invoices[0].AcquisitionDate));
        var invoices = (await _app.ResultAsync($"{SampleNips.Seller}/corrected.zip")).GetProperty("invoices");
        invoices[0].GetProperty("errors")[0].GetProperty("severity").GetString().ShouldBe("note");
        invoices[0].GetProperty("originalKsefNumber").GetString().ShouldBe(first.Invoices[0].KsefNumber);
        invoices[0].GetProperty("acquisitionDay").GetString().ShouldBe(PolishTime.DayOf(first.Invoices[0].AcquisitionDate!.Value).ToString("O", System.Globalization.CultureInfo.InvariantCulture));
        foreach (var invoice in invoices.EnumerateArray())
        {
            var receipt = await _app.OutboxTextAsync(invoice.GetProperty("upo").GetString()!);
            receipt.ShouldNotBeNull().ShouldContain(invoice.GetProperty("ksefNumber").GetString()!);
        }
    }

    [Fact]
    public async Task Drop_TwoInvoicesOfOneNumberInAPackage_SecondIsToldThatTheFirstStandsBesideIt()
    {
        var invoice = RunningApp.Invoice();
        var package = SampleArchive.Zip([("first.xml", invoice.ToBytes()), ("second.xml", (invoice with { Currency = "EUR" }).ToBytes()), ("third.xml", RunningApp.Invoice().ToBytes())]);
        var path = $"{SampleNips.Seller}/one-number.zip";

        var record = await _app.SettleAsync("one-number.zip", package);
        (await _app.PostAsync($"files/{record.Id}/replay", new { })).EnsureSuccessStatusCode();
        var replayed = await _app.SettledAsync(record.Id, path, attempt: 2);

        foreach (var attempt in new[] { record, replayed })
        {
            attempt.Outcome.ShouldBe(FileOutcome.PartlyAccepted);
            attempt.Invoices.Select(row => row.Outcome).ShouldBe([InvoiceOutcome.Accepted, InvoiceOutcome.Duplicate, InvoiceOutcome.Accepted]);
            var error = attempt.Invoices[1].Errors.ShouldHaveSingleItem();
            (error.Code, error.KsefCode).ShouldBe(("KSF-3307", 440));
            error.Message.ShouldContain("'first.xml'");
            error.Message.ShouldContain(record.Invoices[0].KsefNumber!);
        }
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
        record.Sessions.Select(session => session.Kind).ShouldBe([SessionKind.Batch, SessionKind.Batch, SessionKind.Online], ignoreOrder: true);
        record.Invoices.Select(row => row.Consignment).ShouldBeUnique();
    }
}
