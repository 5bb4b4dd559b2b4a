using System.IO.Compression;
using System.Text;
using System.Text.Json;
using KsefFunctions.Errors;
using KsefFunctions.Files;
using KsefFunctions.Tests.Infrastructure;
using SampleInvoices;

namespace KsefFunctions.Tests.Flow;

/// <summary>A company's data in place of finished invoices, from the drop to the receipt.</summary>
[Collection(SharedAppTests.Name)]
public sealed class ErpDataTests(SharedApp shared) : IAsyncLifetime
{
    private readonly HostedApp _app = shared.App;

    public Task InitializeAsync() => SalesCsv.SetCompanyAsync(_app, SalesCsv.Company);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Drop_CsvOfTwoInvoices_EachGetsItsNumberAndTheInvoicesAreInTheOutbox()
    {
        var (first, second) = (AppUnderTest.NextNumber(), AppUnderTest.NextNumber());

        var record = await _app.SettleAsync("sales.csv", SalesCsv.Of(SalesCsv.Line(first, "10", "19,99"), SalesCsv.Line(first, "2", "45,50"), SalesCsv.Line(second, "1", "1200,00")));

        record.Outcome.ShouldBe(FileOutcome.Accepted);
        record.Invoices.Select(row => (row.Name, row.Number, row.TotalGross)).ShouldBe([(first, first, 357.81m), (second, second, 1476m)]);
        record.Invoices.Select(row => row.KsefNumber).ShouldBeUnique();
        var result = await _app.ResultAsync($"{SampleNips.Seller}/sales.csv");
        (await MadeAsync(result)).Select(entry => entry.FullName).ShouldBe(["00001.xml", "00002.xml", "rows.json"], ignoreOrder: true);
    }

    [Fact]
    public async Task Drop_CsvOfOneInvoice_HasItsReceipt()
    {
        var number = AppUnderTest.NextNumber();

        var record = await _app.SettleAsync("one.csv", SalesCsv.Of(SalesCsv.Line(number, "3", "7,00")));

        record.Outcome.ShouldBe(FileOutcome.Accepted);
        record.Upos.ShouldHaveSingleItem();
        (await _app.OutboxTextAsync($"{SampleNips.Seller}/one.csv.upo.xml")).ShouldNotBeNull().ShouldContain(record.Invoices.Single().KsefNumber!);
    }

    [Fact]
    public async Task Drop_CsvWithAnAmountOfTwoReadings_GoodInvoicesGoAndTheBadOneIsToldAtItsRow()
    {
        var (good, bad) = (AppUnderTest.NextNumber(), AppUnderTest.NextNumber());

        var record = await _app.SettleAsync("mixed.csv", SalesCsv.Of(SalesCsv.Line(good, "1", "10,00"), SalesCsv.Line(bad, "1", "1.234")));

        record.Outcome.ShouldBe(FileOutcome.PartlyAccepted);
        record.Invoices.Select(row => (row.Name, row.Outcome)).ShouldBe([(good, InvoiceOutcome.Accepted), (bad, InvoiceOutcome.Rejected)]);
        var error = record.Invoices[1].Errors.ShouldHaveSingleItem();
        (error.Line, error.Path).ShouldBe((3, "cena_netto"));
        error.MessagePl.ShouldContain("1.234");
        var told = (await _app.ResultAsync($"{SampleNips.Seller}/mixed.csv")).GetProperty("invoices")[1].GetProperty("errors")[0];
        told.GetProperty("line").GetInt32().ShouldBe(3);
    }

    [Fact]
    public async Task Drop_SimpleJson_IsAccepted()
    {
        var number = AppUnderTest.NextNumber();
        var data = $$"""
            [ { "number": "{{number}}", "issue_date": "{{SalesCsv.Day}}", "buyer": { "nip": "{{SampleNips.Stranger}}", "name": "Odbiorca", "address_1": "ul. Druga 2, 00-002 Warszawa" },
                "lines": [ { "name": "Stal", "quantity": 1.5, "unit": "t", "net_price": 4200, "vat_rate": 23 } ] } ]
            """;

        var record = await _app.SettleAsync("sales.json", Encoding.UTF8.GetBytes(data));

        record.Outcome.ShouldBe(FileOutcome.Accepted);
        record.Invoices.Single().TotalGross.ShouldBe(7749m);
    }

    [Fact]
    public async Task Drop_WorkbookUnderTheNameOfAPackage_IsReadAsAWorkbook()
    {
        var record = await _app.SettleAsync("sales.zip", await File.ReadAllBytesAsync(Repository.PathOf("docs/examples/erp-data/invoices.xlsx")));

        record.IsMapped.ShouldBeTrue();
        record.Content.ShouldBe(ContentKind.Workbook);
        record.Invoices.Select(row => row.Number).ShouldBe(["FV/1/10/2026", "FV/2/10/2026"]);
    }

    [Fact]
    public async Task Drop_PackageOfDataAndInvoices_EachPartGoesAndABadOneIsToldByItsName()
    {
        var (first, second, bad, own) = (AppUnderTest.NextNumber(), AppUnderTest.NextNumber(), AppUnderTest.NextNumber(), new SampleInvoice { Number = AppUnderTest.NextNumber() });
        var package = SampleArchive.Zip([
            ("own.xml", own.ToBytes()),
            ("sales/october.csv", SalesCsv.Of(SalesCsv.Line(first, "1", "10,00"), SalesCsv.Line(bad, "1", "1.234"), SalesCsv.Line(second, "2", "5,00"))),
            ("broken.xlsx", "no workbook"u8.ToArray()),
            ("notes.txt", "for the accountant"u8.ToArray()),
        ]);

        var record = await _app.SettleAsync("month.zip", package);

        record.IsMapped.ShouldBeTrue();
        record.Outcome.ShouldBe(FileOutcome.PartlyAccepted);
        record.Invoices.Select(row => (row.Name, row.Outcome)).ShouldBe([
            ("own.xml", InvoiceOutcome.Accepted), (first, InvoiceOutcome.Accepted), (bad, InvoiceOutcome.Rejected), (second, InvoiceOutcome.Accepted),
            ("broken.xlsx", InvoiceOutcome.Rejected), ("notes.txt", InvoiceOutcome.Rejected)]);
        record.Invoices[0].Number.ShouldBe(own.Number);
        var error = record.Invoices[2].Errors.ShouldHaveSingleItem();
        (error.Line, error.Path).ShouldBe((3, "sales/october.csv cena_netto"));
        record.Invoices[4].Errors.ShouldNotBeEmpty();
        var made = await MadeAsync(await _app.ResultAsync($"{SampleNips.Seller}/month.zip"));
        made.Select(entry => entry.FullName).ShouldBe(["00001.xml", "00002.xml", "00004.xml", "rows.json"], ignoreOrder: true);
    }

    [Fact]
    public async Task Drop_PackageWithAnExportNamedXml_IsKnownByItsContent()
    {
        var package = SampleArchive.Zip([("export.xml", "<JPK xmlns=\"http://jpk.mf.gov.pl/wzor/2022/02/17/02171/\"/>"u8.ToArray())]);

        var record = await _app.SettleAsync("export.zip", package);

        record.IsMapped.ShouldBeTrue();
        record.Invoices.ShouldHaveSingleItem().Errors[0].Code.ShouldStartWith("KSF-15");
    }

    [Fact]
    public async Task Drop_DataOfACompanyThatWantsAllOrNothing_KeepsTheGoodOnesBackWithTheReason()
    {
        await SalesCsv.SetCompanyAsync(_app, SalesCsv.Company.Replace("\"nip\"", "\"allOrNothing\": true, \"nip\"", StringComparison.Ordinal));
        var (good, bad) = (AppUnderTest.NextNumber(), AppUnderTest.NextNumber());

        var record = await _app.SettleAsync("all.csv", SalesCsv.Of(SalesCsv.Line(good, "1", "10,00"), SalesCsv.Line(bad, "1", "1.234")));

        record.Outcome.ShouldBe(FileOutcome.Rejected);
        record.Invoices[0].Errors.ShouldHaveSingleItem().Code.ShouldBe(FileErrors.KeptBack.Code);
        record.Invoices.ShouldAllBe(row => row.KsefNumber == null);
        (await _app.ResultAsync($"{SampleNips.Seller}/all.csv")).TryGetProperty("made", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Drop_SameDataUnderAnotherName_SendsNothingTwiceAndHasTheSameResult()
    {
        var content = SalesCsv.Of(SalesCsv.Line(AppUnderTest.NextNumber(), "1", "5,00"));
        var first = await _app.SettleAsync("first.csv", content);

        var again = await _app.SettleAsync("again.csv", content);

        again.Id.ShouldBe(first.Id);
        (await _app.ResultAsync($"{SampleNips.Seller}/again.csv")).GetProperty("invoices")[0].GetProperty("ksefNumber").GetString().ShouldBe(first.Invoices.Single().KsefNumber);
    }

    [Fact]
    public async Task Drop_TextThatIsNoData_IsRejectedWithTheReason()
    {
        var record = await _app.SettleAsync("empty.csv", Encoding.UTF8.GetBytes(SalesCsv.Header));

        record.Outcome.ShouldBe(FileOutcome.Rejected);
        record.Invoices.ShouldBeEmpty();
        record.Errors.ShouldNotBeEmpty();
    }

    private async Task<IReadOnlyList<ZipArchiveEntry>> MadeAsync(JsonElement result)
    {
        var made = (await _app.Container("outbox").GetBlobClient(result.GetProperty("made").GetString()).DownloadContentAsync()).Value;
        return new ZipArchive(made.Content.ToStream()).Entries;
    }
}
