using KsefSimulator.Settings;
using KsefSimulator.Tests.Support;
using TestBrowser;

namespace KsefSimulator.Tests.StartPage;

/// <summary>The start page, in Chromium.</summary>
public sealed class StartPageTests
{
    [Theory]
    [InlineData("pl", "Aktywne usterki", "Druga faktura sesji zostaje odrzucona (450)")]
    [InlineData("en", "Active faults", "The second invoice of a session is refused (450)")]
    public async Task Page_AfterTraffic_ShowsItInTheReadersLanguage(string language, string heading, string fault)
    {
        await using var ksef = await TestKsef.StartAsync(new SimulatorOptions { ProcessingDelay = TimeSpan.Zero, RateLimits = RateLimitProfile.Production, Faults = ["200-with-rejections"] });
        var session = await ksef.OpenOnlineAsync(await ksef.LoginAsync());
        var sample = TestInvoice.Sample() with { Number = "FV <b>1</b>" };
        await session.SendAsync(sample.ToBytes());
        await session.SendAsync(TestInvoice.Valid());
        await session.CloseAsync();
        var number = (await session.InvoicesAsync())[0]!["ksefNumber"]!.GetValue<string>();

        var page = await DumpAsync(new Uri(ksef.Server.Origin, $"/?lang={language}"));

        foreach (var shown in new[] { heading, fault, session.Reference, number, "FV &lt;b&gt;1&lt;/b&gt;", "Błąd weryfikacji semantyki", $"Nip {TestKsef.Nip}", "2 / 180", "OnlineSessionSend" })
        {
            page.ShouldContain(shown);
        }
    }

    private static async Task<string> DumpAsync(Uri address)
    {
        await using var chromium = await HeadlessChromium.StartAsync();
        var page = await chromium.Browser.NewPageAsync();
        await page.GotoAsync(address.AbsoluteUri);
        // The last part that the page draws from what it asks for.
        await page.Locator("#requests table").WaitForAsync();
        return await page.ContentAsync();
    }
}
