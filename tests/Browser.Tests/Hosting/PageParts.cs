using Microsoft.Playwright;

namespace Browser.Tests.Hosting;

/// <summary>The parts of the page by what a reader sees.</summary>
internal static class PageParts
{
    /// <summary>The lines of the list.</summary>
    public static ILocator Files(this IPage page) => page.Locator("table.files tbody tr");

    /// <summary>The line of the list that has a text.</summary>
    public static ILocator FileWith(this IPage page, string text) => page.Files().Filter(new LocatorFilterOptions { HasText = text });

    public static ILocator Button(this IPage page, string name, bool exact = true) =>
        page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = name, Exact = exact });

    /// <summary>A tile of the counts.</summary>
    public static ILocator Tile(this IPage page, string name) => page.Locator(".tile").Filter(new LocatorFilterOptions { HasText = name });

    /// <summary>Lets the page live through the time after which it refreshes.</summary>
    public static Task RefreshAsync(this IPage page) => page.Clock.RunForAsync(11_000);

    /// <summary>Goes to the page of one file.</summary>
    public static async Task OpenFileAsync(this IPage page, string id)
    {
        await page.EvaluateAsync("id => { location.hash = `#/files/${id}`; }", id);
        await page.Locator(".banner h1").WaitForAsync();
    }

    public static Task<string> HeadingAsync(this IPage page) => page.Locator(".banner h1").InnerTextAsync();
}
