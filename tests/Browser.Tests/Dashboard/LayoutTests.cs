using Browser.Tests.Hosting;
using Browser.Tests.Samples;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests.Dashboard;

[Collection(DashboardTests.Name)]
public sealed class LayoutTests(DashboardApp app, Chromium chromium)
{
    [Theory]
    [InlineData(390)]
    [InlineData(768)]
    [InlineData(1280)]
    public Task Page_AnyWidth_NeedsNoScrollingSideways(int width) => chromium.VisitAsync(new Visit(Width: width), app.Dashboard, async page =>
    {
        await page.Files().First.WaitForAsync();
        (await OverhangAsync(page)).ShouldBe(0);
        foreach (var record in new[] { SampleRecords.Package, SampleRecords.Duplicate, SampleRecords.Hostile })
        {
            await page.OpenFileAsync(record.Id);
            (await OverhangAsync(page)).ShouldBe(0);
        }
    });

    [Fact]
    public Task Keyboard_FirstTab_OffersToSkipToTheContent() => chromium.VisitAsync(new Visit(), app.Dashboard, async page =>
    {
        await page.Files().First.WaitForAsync();
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByText("Przejdź do treści")).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator("main")).ToBeFocusedAsync();
    });

    private static Task<int> OverhangAsync(IPage page) =>
        page.EvaluateAsync<int>("() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)");
}
