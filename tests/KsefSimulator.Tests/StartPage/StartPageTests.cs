using System.Diagnostics;
using KsefSimulator.Settings;
using KsefSimulator.Tests.Support;

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

    private static async Task<string> DumpAsync(Uri page)
    {
        var profile = Directory.CreateTempSubdirectory("ksef-simulator-chromium-");
        try
        {
            var start = new ProcessStartInfo("chromium", ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", $"--user-data-dir={profile.FullName}", "--virtual-time-budget=5000", "--dump-dom", page.AbsoluteUri])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using var chromium = Process.Start(start)!;
            var errors = chromium.StandardError.ReadToEndAsync();
            var document = await chromium.StandardOutput.ReadToEndAsync();
            await chromium.WaitForExitAsync();
            chromium.ExitCode.ShouldBe(0, await errors);
            return document;
        }
        finally
        {
            profile.Delete(recursive: true);
        }
    }
}
