using Browser.Tests.Hosting;
using Browser.Tests.Samples;
using Microsoft.Playwright;

namespace Browser.Tests.Accessibility;

[Collection(DashboardTests.Name)]
public sealed class AccessibilityTests(DashboardApp app, Chromium chromium)
{
    public static TheoryData<string, ColorScheme, int> Visits => new()
    {
        { "pl-PL", ColorScheme.Light, 1280 },
        { "pl-PL", ColorScheme.Dark, 1280 },
        { "en-GB", ColorScheme.Light, 1280 },
        { "en-GB", ColorScheme.Dark, 1280 },
        { "pl-PL", ColorScheme.Light, 390 },
        { "en-GB", ColorScheme.Dark, 390 },
    };

    [Theory]
    [MemberData(nameof(Visits))]
    public Task List_Axe_FindsNoViolation(string language, ColorScheme scheme, int width) => chromium.VisitAsync(new Visit(language, scheme, width), app.Dashboard, async page =>
    {
        await page.Files().First.WaitForAsync();
        await page.WaitForFunctionAsync("() => document.querySelector('.tile .number').textContent !== '–'");

        (await AxeInstallation.FindViolationsAsync(page)).ShouldBeEmpty();
    });

    [Theory]
    [MemberData(nameof(Visits))]
    public Task File_Axe_FindsNoViolation(string language, ColorScheme scheme, int width) => chromium.VisitAsync(new Visit(language, scheme, width), app.Dashboard, async page =>
    {
        foreach (var record in new[] { SampleRecords.Rejected, SampleRecords.Package, SampleRecords.DeadLettered, SampleRecords.Refused, SampleRecords.Trial })
        {
            await page.OpenFileAsync(record.Id);
            (await AxeInstallation.FindViolationsAsync(page)).ShouldBeEmpty();
        }
    });

    [Theory]
    [MemberData(nameof(Visits))]
    public Task Dialog_Axe_FindsNoViolation(string language, ColorScheme scheme, int width) => chromium.VisitAsync(new Visit(language, scheme, width), app.Dashboard, async page =>
    {
        await page.OpenFileAsync(SampleRecords.AwaitingApproval.Id);
        await page.Locator("[data-keep=refuse]").ClickAsync();
        await page.GetByRole(AriaRole.Dialog).WaitForAsync();

        (await AxeInstallation.FindViolationsAsync(page)).ShouldBeEmpty();
    });
}
