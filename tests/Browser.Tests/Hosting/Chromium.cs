using Microsoft.Playwright;
using TestBrowser;

namespace Browser.Tests.Hosting;

/// <summary>One headless Chromium for all tests.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private HeadlessChromium? _chromium;

    public async Task InitializeAsync()
    {
        // The machine may be busy.
        Assertions.SetDefaultExpectTimeout(30_000);
        _chromium = await HeadlessChromium.StartAsync();
    }

    public async Task DisposeAsync()
    {
        if (_chromium is not null)
        {
            await _chromium.DisposeAsync();
        }
    }

    /// <summary>Opens a page as a reader would and fails when the page complains in its console, apart from what the visit expects.</summary>
    public async Task VisitAsync(Visit visit, Uri address, Func<IPage, Task> look)
    {
        var complaints = new List<string>();
        await using var context = await _chromium!.Browser.NewContextAsync(visit.ToOptions());
        context.SetDefaultTimeout(20_000);
        var page = await context.NewPageAsync();
        if (visit.MovesClock)
        {
            await page.Clock.InstallAsync();
        }

        page.Console += (_, message) => Note(message.Type is "error" or "warning", message.Text);
        page.PageError += (_, message) => Note(true, message);
        await page.GotoAsync(address.AbsoluteUri);
        await look(page);
        complaints.ShouldBeEmpty();

        void Note(bool isComplaint, string text)
        {
            if (isComplaint && (visit.Expected is null || !text.Contains(visit.Expected, StringComparison.Ordinal)))
            {
                complaints.Add(text);
            }
        }
    }
}
