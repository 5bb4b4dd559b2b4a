using System.IO.Compression;
using System.Text;
using KsefFunctions.Errors;
using KsefFunctions.Files;
using KsefFunctions.Settings;
using KsefSimulator.Invoices;
using Microsoft.Extensions.DependencyInjection;
using SampleInvoices;

namespace KsefFunctions.Tests.Flow;

/// <summary>The same invoice that a company's program exports once more, in a file with other bytes, is the same invoice.</summary>
public sealed class ExportedAgainTests : IAsyncLifetime
{
    private RunningApp _app = null!;

    public async Task InitializeAsync()
    {
        _app = await RunningApp.StartAsync();
        await SalesCsv.SetCompanyAsync(_app, SalesCsv.Company);
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Drop_OneMoreInvoiceAndAnotherOrder_OnlyTheNewOneIsSent()
    {
        var (first, second, added) = (AppUnderTest.NextNumber(), AppUnderTest.NextNumber(), AppUnderTest.NextNumber());
        var before = await _app.SettleAsync("monday.csv", SalesCsv.Of(Line(first, "10.00"), Line(second, "20.00")));

        var after = await _app.SettleAsync("tuesday.csv", SalesCsv.Of(Line(added, "30.00"), Line(second, "20.00"), Line(first, "10.00")));

        after.Outcome.ShouldBe(FileOutcome.Accepted);
        after.Invoices.Select(row => row.KsefNumber).Skip(1).ShouldBe([before.Invoices[1].KsefNumber, before.Invoices[0].KsefNumber]);
        after.Invoices.Select(row => row.InvoiceHash).Skip(1).ShouldBe([before.Invoices[1].InvoiceHash, before.Invoices[0].InvoiceHash]);
        after.Invoices.Skip(1).ShouldAllBe(row => row.Errors.Single().Code == InvoiceErrors.AcceptedBefore.Code);
        InvoicesAtKsef(_app).Count.ShouldBe(3);
        (await _app.OutboxTextAsync($"{SampleNips.Seller}/tuesday.csv.result.json")).ShouldNotBeNull().ShouldContain(before.Invoices[0].KsefNumber!);
    }

    [Fact]
    public async Task Drop_NothingNew_EndsWithTheNumbersAndReceiptsOfTheFirst()
    {
        var number = AppUnderTest.NextNumber();
        var before = await _app.SettleAsync("monday.csv", SalesCsv.Of(Line(number, "10.00")));

        var after = await _app.SettleAsync("again.csv", SalesCsv.Of(Line(number, "10.0")));

        (after.Outcome, after.Invoices.Single().KsefNumber, after.Id == before.Id).ShouldBe((FileOutcome.Accepted, before.Invoices.Single().KsefNumber, false));
        after.Upos.ShouldHaveSingleItem();
        InvoicesAtKsef(_app).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Drop_SameNumberWithAnotherPrice_IsRefusedWithTheDifference()
    {
        var number = AppUnderTest.NextNumber();
        var before = await _app.SettleAsync("monday.csv", SalesCsv.Of(Line(number, "10.00")));

        var after = await _app.SettleAsync("changed.csv", SalesCsv.Of(Line(number, "11.00")));

        after.Outcome.ShouldBe(FileOutcome.Rejected);
        var error = after.Invoices.Single().Errors.ShouldHaveSingleItem();
        error.Code.ShouldBe(InvoiceErrors.SentOtherwise.Code);
        error.Message.ShouldContain("monday.csv");
        error.Message.ShouldContain(before.Invoices.Single().KsefNumber!);
        error.Message.ShouldContain("Faktura/Fa/P_13_1: 10.00 → 11.00");
        InvoicesAtKsef(_app).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Drop_FirstIsStillOnItsWay_BothEndWithTheSameInvoice()
    {
        await using var app = await RunningApp.StartAsync(FlowMode.Approval, _ => { });
        await SalesCsv.SetCompanyAsync(app, SalesCsv.Company);
        var number = AppUnderTest.NextNumber();
        var (first, second) = (SalesCsv.Of(Line(number, "10.00")), SalesCsv.Of(Line(number, "10.0")));
        await app.DropAsync($"{SampleNips.Seller}/first.csv", first);
        await app.ReachedAsync(AppUnderTest.IdOf(first), FileOutcome.AwaitingApproval);
        await app.DropAsync($"{SampleNips.Seller}/second.csv", second);
        await app.ReachedAsync(AppUnderTest.IdOf(second), FileOutcome.AwaitingApproval);

        foreach (var content in (byte[][])[first, second])
        {
            (await app.PostAsync($"files/{AppUnderTest.IdOf(content)}/approve", new { by = "Księgowość" })).EnsureSuccessStatusCode();
        }

        var one = await app.SettledAsync(AppUnderTest.IdOf(first), $"{SampleNips.Seller}/first.csv");
        var other = await app.SettledAsync(AppUnderTest.IdOf(second), $"{SampleNips.Seller}/second.csv");
        (one.Outcome, other.Outcome).ShouldBe((FileOutcome.Accepted, FileOutcome.Accepted));
        other.Invoices.Single().KsefNumber.ShouldBe(one.Invoices.Single().KsefNumber);
        InvoicesAtKsef(app).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Drop_CorrectionOfAnInvoiceThatWasSent_TakesItsKsefNumberAndDateFromTheLedger()
    {
        var (original, correction) = (AppUnderTest.NextNumber(), AppUnderTest.NextNumber());
        var sent = await _app.SettleAsync("monday.csv", SalesCsv.Of(Line(original, "10.00")));
        var header = "rodzaj;korygowana_numer;przyczyna_korekty;przed_korekta;" + SalesCsv.Header;
        var lines = $"KOR;{original};Zwrot;tak;{Line(correction, "10.00")}KOR;{original};Zwrot;nie;{Line(correction, "9.00")}";

        var record = await _app.SettleAsync("correction.csv", Encoding.UTF8.GetBytes(header + lines));

        record.Outcome.ShouldBe(FileOutcome.Accepted, string.Join("; ", record.Findings.Select(finding => finding.Message)));
        var xml = await MadeAsync("correction.csv");
        xml.ShouldContain($"<NrKSeFFaKorygowanej>{sent.Invoices.Single().KsefNumber}</NrKSeFFaKorygowanej>");
        xml.ShouldContain($"<DataWystFaKorygowanej>{SalesCsv.Day}</DataWystFaKorygowanej>");
    }

    private async Task<string> MadeAsync(string name)
    {
        var result = await _app.ResultAsync($"{SampleNips.Seller}/{name}");
        var made = (await _app.Container("outbox").GetBlobClient(result.GetProperty("made").GetString()).DownloadContentAsync()).Value;
        using var reader = new StreamReader(new ZipArchive(made.Content.ToStream()).GetEntry("00001.xml")!.Open());
        return await reader.ReadToEndAsync();
    }

    private static IReadOnlyList<SubmittedInvoice> InvoicesAtKsef(RunningApp app) =>
        [.. app.Simulator.Services.GetRequiredService<InvoiceLedger>().All.Where(invoice => invoice.Verdict.IsSuccess)];

    private static string Line(string number, string price) => SalesCsv.Line(number, "1", price);
}
