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

    private async Task WithFindingsAsync(Visit visit, IReadOnlyList<WatchFinding> findings, Func<IPage, Task> look)
    {
        await app.ReportAsync(findings);
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
            await app.ReportAsync([]);
        }
    }
}
