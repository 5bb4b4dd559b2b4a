using Browser.Tests.Accessibility;
using Browser.Tests.Hosting;
using Browser.Tests.Samples;
using KsefFunctions.Errors;
using KsefFunctions.Watch;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests.Dashboard;

/// <summary>What the regular looks found stands above the list, in words that tell what to do.</summary>
[Collection(DashboardTests.Name)]
public sealed class WatchTests(DashboardApp app, Chromium chromium)
{
    public static TheoryData<string, ColorScheme, int> Visits => AccessibilityTests.Visits;

    [Fact]
    public Task List_NothingFound_ShowsNothing() => chromium.VisitAsync(new Visit(), app.Dashboard, async page =>
    {
        await page.Files().First.WaitForAsync();

        await Expect(page.Locator(".watch")).ToHaveCountAsync(0);
    });

    [Fact]
    public Task List_FileAbandoned_SaysSoAndLeadsToTheFile() => WithFindingsAsync(new Visit(), [Abandoned(), Late()], async page =>
    {
        await Expect(page.Locator(".watch summary")).ToHaveTextAsync("2 sprawy wymagają interwencji");
        await page.Locator(".watch summary").ClickAsync();
        await Expect(page.Locator(".watch li").First).ToContainTextAsync("Nikt już nie pracuje nad tym plikiem");
        await Expect(page.Locator(".watch li").First).ToContainTextAsync("uruchom plik ponownie");

        await page.Locator(".watch li").First.GetByRole(AriaRole.Link).ClickAsync();

        await Expect(page.Locator(".banner h1")).ToBeVisibleAsync();
        page.Url.ShouldEndWith($"#/files/{SampleRecords.Processing.Id}");
    });

    [Fact]
    public Task List_OnlyWarnings_AreNoAlarm() => WithFindingsAsync(new Visit("en-GB"), [Late()], async page =>
    {
        await Expect(page.Locator(".watch.mixed summary")).ToHaveTextAsync("1 thing worth knowing");
    });

    [Theory]
    [InlineData("pl-PL", "1 informacja o pracy systemu", "Zgodnie z rozporządzeniem tokeny przestają działać 2026-12-31; liczba pozostałych dni: 90.", "Zapisz w Key Vault certyfikat")]
    [InlineData("en-GB", "1 thing worth knowing", "By regulation tokens end on 2026-12-31, in 90 days.", "Store a certificate")]
    public Task List_CompanySignsInByToken_SaysUntilWhenAndWhatToDo(string language, string summary, string sentence, string todo) => WithFindingsAsync(
        new Visit(language),
        [WatchFinding.Of(CertificateErrors.TokenEnding, SampleRecords.Processing.ContextNip, 90, "2026-12-31") with { ContextNip = SampleRecords.Processing.ContextNip }],
        async page =>
        {
            await Expect(page.Locator(".watch.mixed summary")).ToHaveTextAsync(summary);
            await page.Locator(".watch summary").ClickAsync();
            await Expect(page.Locator(".watch li .sentence")).ToContainTextAsync(sentence);
            await Expect(page.Locator(".watch li .todo")).ToContainTextAsync(todo);
        },
        WatchNames.Certificates);

    [Theory]
    [MemberData(nameof(Visits))]
    public Task Panel_Axe_FindsNoViolation(string language, ColorScheme scheme, int width) => WithFindingsAsync(
        new Visit(language, scheme, width),
        [Abandoned(), Late()],
        async page =>
        {
            await page.Locator(".watch summary").ClickAsync();

            (await AxeInstallation.FindViolationsAsync(page)).ShouldBeEmpty();
            (await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue("nothing is wider than the window");
        });

    private static WatchFinding Abandoned() => WatchFinding.Of(WatchErrors.NoOrchestration, "Missing") with
    {
        FileId = SampleRecords.Processing.Id,
        ContextNip = SampleRecords.Processing.ContextNip,
    };

    private static WatchFinding Late() => WatchFinding.Of(WatchErrors.Late, 3) with { FileId = SampleRecords.Processing.Id };

    private async Task WithFindingsAsync(Visit visit, IReadOnlyList<WatchFinding> findings, Func<IPage, Task> look, string report = WatchNames.Sweep)
    {
        await app.ReportAsync(findings, report);
        try
        {
            await chromium.VisitAsync(visit, app.Dashboard, async page =>
            {
                await page.Locator(".watch").WaitForAsync();
                await look(page);
            });
        }
        finally
        {
            await app.ReportAsync([], report);
        }
    }
}
