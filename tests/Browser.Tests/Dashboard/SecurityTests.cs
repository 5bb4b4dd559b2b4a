using System.Net;
using Browser.Tests.Hosting;
using Browser.Tests.Samples;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests.Dashboard;

[Collection(DashboardTests.Name)]
public sealed class SecurityTests(DashboardApp app, Chromium chromium)
{
    [Fact]
    public Task BuyersName_ThatIsMarkup_IsShownAsTextAndRunsNothing() => chromium.VisitAsync(new Visit(), app.Dashboard, async page =>
    {
        await Expect(page.FileWith(SampleRecords.HostileName)).ToBeVisibleAsync();
        await page.OpenFileAsync(SampleRecords.Hostile.Id);
        await Expect(page.Locator(".invoices td.buyer")).ToContainTextAsync(SampleRecords.HostileName);

        (await page.Locator("img").CountAsync()).ShouldBe(0);
        (await page.EvaluateAsync<bool>("() => 'ran' in window")).ShouldBeFalse();
    });

    [Fact]
    public Task Page_ForeignScript_DoesNotRun() => chromium.VisitAsync(new Visit { Expected = "TrustedScript" }, app.Dashboard, async page =>
    {
        await page.EvaluateAsync("""
            () => {
              const script = document.createElement('script');
              try { script.text = 'window.ran = true'; } catch { return; }
              document.body.append(script);
            }
            """);

        (await page.EvaluateAsync<bool>("() => 'ran' in window")).ShouldBeFalse();
    });

    [Fact]
    public async Task Key_AfterOpening_IsInNoAddressAnyMore()
    {
        var addresses = new List<string>();
        await chromium.VisitAsync(new Visit(), app.Dashboard, async page =>
        {
            page.Request += (_, request) => addresses.Add(request.Url);
            await page.Files().First.WaitForAsync();
            page.Url.ShouldNotContain(app.Key);
            await page.OpenFileAsync(SampleRecords.Rejected.Id);
            page.Url.ShouldNotContain(app.Key);
        });

        addresses.ShouldNotBeEmpty();
        addresses.ShouldAllBe(address => !address.Contains(app.Key) && address.StartsWith(app.Http.BaseAddress!.AbsoluteUri));
    }

    [Fact]
    public Task Key_RefusedByTheHost_IsAskedForAndTheRightOneOpens() => chromium.VisitAsync(new Visit { Expected = "401" }, app.Dashboard, async page =>
    {
        await page.Files().First.WaitForAsync();
        await page.EvaluateAsync("() => sessionStorage.setItem('ksef-functions-key', 'outdated')");
        await page.Tile("Awarie").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading)).ToHaveTextAsync("Potrzebny klucz dostępu");

        await page.GetByLabel("Klucz dostępu").FillAsync(app.Key);
        await page.Button("Otwórz").ClickAsync();

        await Expect(page.FileWith(SampleRecords.DeadLettered.Invoices[0].Number!)).ToBeVisibleAsync();
    });

    [Fact]
    public Task F5_Pressed_OpensTheSamePlaceAgain() => chromium.VisitAsync(new Visit(), app.Dashboard, async page =>
    {
        await page.OpenFileAsync(SampleRecords.Rejected.Id);
        await page.EvaluateAsync("() => { window.before = true; }");

        await page.Keyboard.PressAsync("F5");

        await page.WaitForFunctionAsync("() => !window.before && document.querySelector('.banner h1')");
        (await page.HeadingAsync()).ShouldBe(SampleRecords.Rejected.Invoices[0].Number);
        page.Url.ShouldNotContain(app.Key);
    });

    [Fact]
    public async Task Page_Headers_AllowNothingButItsOwnScript()
    {
        using var answer = await app.Http.GetAsync("dashboard");

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldStartWith("default-src 'none'; script-src 'sha256-");
        policy.ShouldContain("frame-ancestors 'none'");
        policy.ShouldContain("require-trusted-types-for 'script'");
        policy.ShouldNotContain("unsafe");
        policy.ShouldNotContain("http");
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        answer.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }
}
