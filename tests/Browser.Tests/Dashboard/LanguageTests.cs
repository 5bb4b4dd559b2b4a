using Browser.Tests.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests.Dashboard;

[Collection(DashboardTests.Name)]
public sealed class LanguageTests(DashboardApp app, Chromium chromium)
{
    [Theory]
    [InlineData("pl-PL", "pl", "Faktury w KSeF")]
    [InlineData("en-US", "en", "Invoices in KSeF")]
    [InlineData("de-DE", "en", "Invoices in KSeF")]
    public Task Language_FirstVisit_IsTheBrowsers(string browser, string language, string title) => chromium.VisitAsync(new Visit(browser), app.Dashboard, async page =>
    {
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", language);
        await Expect(page).ToHaveTitleAsync(title);
    });

    [Fact]
    public Task Language_Chosen_ChangesThePageAndIsRemembered() => chromium.VisitAsync(new Visit(), app.Dashboard, async page =>
    {
        await page.GetByTitle("English").ClickAsync();
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await Expect(page.Tile("To approve")).ToBeVisibleAsync();

        var again = await page.Context.NewPageAsync();
        await again.GotoAsync(app.Dashboard.AbsoluteUri);

        await Expect(again.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await Expect(again.GetByTitle("English")).ToHaveAttributeAsync("aria-pressed", "true");
    });

    [Theory]
    [InlineData(1, "1 plik na stronie")]
    [InlineData(2, "2 pliki na stronie")]
    [InlineData(5, "5 plików na stronie")]
    [InlineData(22, "22 pliki na stronie")]
    public Task Count_InPolish_TakesTheRightForm(int files, string text) => chromium.VisitAsync(new Visit { MovesClock = true }, app.Dashboard, async page =>
    {
        await page.Files().First.WaitForAsync();
        await page.Context.RouteAsync("**/api/files?*", async route =>
        {
            var answer = await route.FetchAsync();
            var page = (await answer.JsonAsync())!.Value;
            var shortened = new { files = page.GetProperty("files").EnumerateArray().Take(files) };
            await route.FulfillAsync(new RouteFulfillOptions { Response = answer, Json = shortened });
        });
        await page.RefreshAsync();

        await Expect(page.Locator(".sheet .status")).ToHaveTextAsync(text);
    });
}
