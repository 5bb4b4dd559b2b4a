using Microsoft.Playwright;

namespace TestBrowser;

/// <summary>A running Chromium without a window, driven by Playwright.</summary>
public sealed class HeadlessChromium : IAsyncDisposable
{
    private static readonly string[] Arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"];

    private readonly IPlaywright _playwright;

    private HeadlessChromium(IPlaywright playwright, IBrowser browser)
    {
        _playwright = playwright;
        Browser = browser;
    }

    public IBrowser Browser { get; }

    /// <summary>Starts the machine's Chromium, or installs one first.</summary>
    /// <exception cref="InvalidOperationException">There is none, and none could be installed.</exception>
    public static async Task<HeadlessChromium> StartAsync() => await StartAsync(await BrowserProgram.EnsureAsync());

    /// <summary>Starts a certain Chromium.</summary>
    public static async Task<HeadlessChromium> StartAsync(BrowserProgram program)
    {
        var playwright = await Playwright.CreateAsync();
        try
        {
            var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = program.Executable, Args = Arguments, Env = Surroundings(program) });
            return new HeadlessChromium(playwright, browser);
        }
        catch
        {
            playwright.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        _playwright.Dispose();
    }

    // Playwright passes on nothing but what it is given.
    private static Dictionary<string, string> Surroundings(BrowserProgram program)
    {
        var all = Environment.GetEnvironmentVariables();
        var surroundings = all.Keys.Cast<string>().ToDictionary(name => name, name => (string)all[name]!);
        foreach (var (name, value) in program.Settings)
        {
            surroundings[name] = value;
        }

        return surroundings;
    }
}
