using Browser.Tests.Hosting;
using Browser.Tests.Samples;
using KsefFunctions.Files;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests.Dashboard;

[Collection(DashboardTests.Name)]
public sealed class FileTests(DashboardApp app, Chromium chromium)
{
    [Theory]
    [InlineData("pl-PL", "KSeF odrzucił fakturę (status 450)", "Co zrobić: Popraw fakturę w ERP i wyślij ją ponownie.")]
    [InlineData("en-GB", "KSeF rejected the invoice (status 450)", "What to do: Correct the invoice in the ERP and send it again.")]
    public Task File_Rejected_TellsTheErrorAndWhatToDoInTheReadersLanguage(string language, string sentence, string todo) =>
        chromium.VisitAsync(new Visit(language), app.Dashboard, async page =>
        {
            await page.OpenFileAsync(SampleRecords.Rejected.Id);

            await Expect(page.Locator(".problems .sentence")).ToContainTextAsync(sentence);
            await Expect(page.Locator(".problems .todo")).ToHaveTextAsync(todo);
            await Expect(page.Locator(".problems .where")).ToContainTextAsync("KSF-3301");
        });

    [Theory]
    [InlineData("pl-PL", "faktura offline – z datą wcześniejszą niż dzień wpływu do KSeF")]
    [InlineData("en-GB", "offline invoice – dated before the day it reached KSeF")]
    public Task File_InvoiceThatKsefMadeAnOfflineOne_SaysSo(string language, string sentence) => chromium.VisitAsync(new Visit(language), app.Dashboard, async page =>
    {
        await page.OpenFileAsync(SampleRecords.Questionable.Id);
        await Expect(page.Locator(".invoices .offline")).ToHaveTextAsync(sentence);

        await page.OpenFileAsync(SampleRecords.Accepted.Id);
        await Expect(page.Locator(".invoices .offline")).ToHaveCountAsync(0);
    });

    [Theory]
    [InlineData("pl-PL", "3 lut 2026", "12 345,60 zł")]
    [InlineData("en-GB", "3 Feb 2026", "PLN 12,345.60")]
    public Task File_Invoice_ShowsDateAndAmountAsTheLanguageWritesThem(string language, string date, string amount) =>
        chromium.VisitAsync(new Visit(language), app.Dashboard, async page =>
        {
            await page.OpenFileAsync(SampleRecords.Rejected.Id);

            Plain(await page.Locator(".invoices td.date").InnerTextAsync()).ShouldBe(date);
            Plain(await page.Locator(".invoices td.total").InnerTextAsync()).ShouldBe(amount);
        });

    [Fact]
    public Task File_Steps_ShowsHowLongEachTook() => chromium.VisitAsync(new Visit(), app.Dashboard, async page =>
    {
        await page.OpenFileAsync(SampleRecords.Rejected.Id);

        Plain(await page.Locator(".steps li").First.InnerTextAsync()).ShouldContain("Sprawdzenie");
        Plain(await page.Locator(".steps li").First.InnerTextAsync()).ShouldContain("1,5 sek.");
        Plain(await page.Locator(".steps li").Last.InnerTextAsync()).ShouldContain("1 min 20 sek.");
    });

    [Fact]
    public Task File_Package_ShowsFiftyInvoicesAtATimeAndTheBadOnesAlone() => chromium.VisitAsync(new Visit(), app.Dashboard, async page =>
    {
        var rows = page.Locator(".invoices tbody");
        await page.OpenFileAsync(SampleRecords.Package.Id);
        await Expect(rows).ToHaveCountAsync(50);

        await page.Button("Następne").ClickAsync();
        await Expect(page.GetByText("51–100 z 120")).ToBeVisibleAsync();
        await Expect(page.Locator(".invoices .problems .sentence")).ToContainTextAsync("KSeF odrzucił fakturę");

        await page.GetByLabel("Pokaż tylko faktury z błędami").CheckAsync();
        await Expect(rows).ToHaveCountAsync(1);
        await Expect(rows).ToContainTextAsync("faktura-77.xml");
    });

    [Fact]
    public Task File_Refused_TellsWhoHeldItBackAndWhy() => chromium.VisitAsync(new Visit(), app.Dashboard, async page =>
    {
        await page.OpenFileAsync(SampleRecords.Refused.Id);

        await Expect(page.Locator(".decision")).ToContainTextAsync("Wstrzymano: Barbara Nowak, 1 sty 1970, 01:00");
        await Expect(page.Locator(".decision q")).ToHaveTextAsync("Klient poprosił o inny termin płatności.");
    });

    [Theory]
    [InlineData(nameof(SampleRecords.Refused), "Niewysłana")]
    [InlineData(nameof(SampleRecords.DeadLettered), "Do sprawdzenia")]
    [InlineData(nameof(SampleRecords.Processing), "W toku")]
    public Task File_UnsettledInvoice_IsNotSaidToBeOnItsWayWhenTheFileHasEnded(string file, string state) => chromium.VisitAsync(new Visit(), app.Dashboard, async page =>
    {
        var record = (FileRecord)typeof(SampleRecords).GetProperty(file)!.GetValue(null)!;
        await page.OpenFileAsync(record.Id);

        await Expect(page.Locator(".invoices .badge")).ToHaveTextAsync(state);
    });

    [Fact]
    public Task File_ThatDoesNotExist_SaysSo() => chromium.VisitAsync(new Visit { Expected = "404" }, app.Dashboard, async page =>
    {
        await page.EvaluateAsync("() => { location.hash = '#/files/1111111111-00'; }");

        await Expect(page.Locator(".trouble")).ToHaveTextAsync("Nie ma takiego pliku lub dokumentu.");
    });

    [Fact]
    public Task File_Unfolded_StaysUnfoldedWhenTheFileChanges() => chromium.VisitAsync(new Visit(), app.Dashboard, async page =>
    {
        await page.OpenFileAsync(SampleRecords.Processing.Id);
        await page.GetByText("Dane techniczne").ClickAsync();
        var record = (await app.Ledger.FindAsync(SampleRecords.Processing.Id, CancellationToken.None))!;

        await app.Ledger.UpdateAsync(record.LedgerName, current => current with { Attempt = 7 }, CancellationToken.None);

        await Expect(page.Locator(".facts").Filter(new LocatorFilterOptions { HasText = "Podejście" })).ToContainTextAsync("7");
        await Expect(page.GetByText(record.Sha256, new PageGetByTextOptions { Exact = true })).ToBeVisibleAsync();
    });

    // The languages separate groups of digits and units by spaces that do not break.
    private static string Plain(string text) => text.Replace('\u00a0', ' ').Replace('\u202f', ' ').Trim();
}
