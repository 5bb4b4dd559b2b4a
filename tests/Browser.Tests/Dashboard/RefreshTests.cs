using Browser.Tests.Hosting;
using Browser.Tests.Samples;
using KsefFunctions.Files;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests.Dashboard;

[Collection(DashboardTests.Name)]
public sealed class RefreshTests(DashboardApp app, Chromium chromium)
{
    [Fact]
    public Task NewFile_NobodyReads_AppearsByItself() => chromium.VisitAsync(new Visit { MovesClock = true }, app.Dashboard, async page =>
    {
        await page.Files().First.WaitForAsync();

        var record = await AddAsync(8001, FileOutcome.Accepted);
        await page.RefreshAsync();

        await Expect(page.Files().First).ToContainTextAsync(NumberOf(record));
    });

    [Fact]
    public Task NewFile_ReaderPointsAtTheList_IsOfferedAndMovesNothing() => chromium.VisitAsync(new Visit { MovesClock = true }, app.Dashboard, async page =>
    {
        await page.Files().First.HoverAsync();
        var top = await page.Files().First.InnerTextAsync();

        var record = await AddAsync(8002, FileOutcome.Accepted);
        await page.RefreshAsync();
        await Expect(page.Locator(".fresh")).ToBeVisibleAsync();
        (await page.Files().First.InnerTextAsync()).ShouldBe(top);

        await page.Locator(".fresh").ClickAsync();
        await Expect(page.FileWith(NumberOf(record))).ToBeVisibleAsync();
        await Expect(page.Locator(".fresh")).ToBeHiddenAsync();
    });

    [Fact]
    public async Task ChangedFile_ReaderPointsAtTheList_ChangesInItsPlace()
    {
        var record = await AddAsync(8003, FileOutcome.Sending);
        await chromium.VisitAsync(new Visit { MovesClock = true }, app.Dashboard, async page =>
        {
            await page.FileWith(NumberOf(record)).HoverAsync();
            await Expect(page.FileWith(NumberOf(record)).Locator(".badge")).ToHaveTextAsync("Wysyłany");

            await app.Ledger.UpdateAsync(record.LedgerName, current => current with { Outcome = FileOutcome.Processing }, CancellationToken.None);
            await page.RefreshAsync();

            await Expect(page.FileWith(NumberOf(record)).Locator(".badge")).ToHaveTextAsync("Przetwarzany");
        });
    }

    [Fact]
    public Task Pause_Pressed_StopsAskingUntilResumed() => chromium.VisitAsync(new Visit { MovesClock = true }, app.Dashboard, async page =>
    {
        var requests = 0;
        await page.Files().First.WaitForAsync();
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await page.Button("Wstrzymaj odświeżanie").ClickAsync();
        await Expect(page.GetByText("Odświeżanie wstrzymane")).ToBeVisibleAsync();
        page.Request += (_, _) => requests++;
        var record = await AddAsync(8004, FileOutcome.Accepted);
        await page.RefreshAsync();
        requests.ShouldBe(0);

        await page.Button("Wznów odświeżanie").ClickAsync();

        await Expect(page.FileWith(NumberOf(record))).ToBeVisibleAsync();
    });

    [Fact]
    public Task ServerGone_SaysSoAndKeepsTheLastData() => chromium.VisitAsync(new Visit { MovesClock = true, Expected = "Failed to load resource" }, app.Dashboard, async page =>
    {
        await page.Files().First.WaitForAsync();
        await page.Context.RouteAsync("**/api/files?*", route => route.AbortAsync());
        await page.RefreshAsync();

        await Expect(page.Locator(".trouble")).ToContainTextAsync("Brak połączenia z serwerem.");
        await Expect(page.Files().First).ToBeVisibleAsync();

        await page.Context.UnrouteAllAsync();
        await page.RefreshAsync();
        await Expect(page.Locator(".trouble")).ToBeHiddenAsync();
    });

    private async Task<FileRecord> AddAsync(int number, FileOutcome outcome)
    {
        var record = SampleRecords.At(SampleRecords.One(number, outcome), TimeProvider.System.GetUtcNow());
        await app.AddAsync(record);
        return record;
    }

    private static string NumberOf(FileRecord record) => record.Invoices[0].Number!;
}
