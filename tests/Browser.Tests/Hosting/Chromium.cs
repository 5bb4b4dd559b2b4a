using Microsoft.Playwright;

namespace Browser.Tests.Hosting;

/// <summary>One headless Chromium for all tests.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] KnownPlaces = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    private static readonly string[] Arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async Task InitializeAsync()
    {
        var executable = Environment.GetEnvironmentVariable("CHROMIUM") ?? KnownPlaces.FirstOrDefault(File.Exists) ?? throw new InvalidOperationException(
            $"The browser tests need Chromium, and none is installed at {string.Join(" or ", KnownPlaces)}. Install it, or name it in the environment variable CHROMIUM.");
        // The machine may be busy.
        Assertions.SetDefaultExpectTimeout(30_000);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = executable, Args = Arguments });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    /// <summary>Opens a page as a reader would and fails when the page complains in its console, apart from what the visit expects.</summary>
    public async Task VisitAsync(Visit visit, Uri address, Func<IPage, Task> look)
    {
        var complaints = new List<string>();
        await using var context = await _browser!.NewContextAsync(visit.ToOptions());
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
