using Browser.Tests.Hosting;
using KsefFunctions.Files;
using Microsoft.Playwright;
using SampleInvoices;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests.Dashboard;

/// <summary>A person lets files go out, holds them back and starts them again, on the real flow.</summary>
[Collection(DashboardTests.Name)]
public sealed class DecisionTests(DashboardApp app, Chromium chromium)
{
    [Fact]
    public async Task Approve_WaitingFile_SendsItKeepsWhoDecidedAndOffersTheUpo()
    {
        var id = await app.DropAsync(new SampleInvoice { Number = "FV/ZGODA/1" }, FileOutcome.AwaitingApproval);
        await chromium.VisitAsync(new Visit(), app.Dashboard, async page =>
        {
            await page.OpenFileAsync(id);
            await page.Button("Zatwierdź wysyłkę").ClickAsync();
            var dialog = page.GetByRole(AriaRole.Dialog);
            await dialog.GetByLabel("Imię i nazwisko").FillAsync("Barbara Nowak");
            await dialog.GetByLabel("Komentarz").FillAsync("Zgodne z umową.");
            await dialog.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Zatwierdź wysyłkę" }).ClickAsync();

            await Expect(page.Locator(".banner .badge")).ToHaveTextAsync("Przyjęty", new LocatorAssertionsToHaveTextOptions { Timeout = 60_000 });
            await Expect(page.Locator(".decision")).ToContainTextAsync("Zatwierdzono: Barbara Nowak");
            await Expect(page.Locator(".decision q")).ToHaveTextAsync("Zgodne z umową.");
            await Expect(page.Locator(".banner .ksef-number")).ToContainTextAsync(SampleNips.Seller);

            var download = await page.RunAndWaitForDownloadAsync(() => page.Button("Pobierz UPO").ClickAsync());
            (await File.ReadAllTextAsync((await download.PathAsync())!)).ShouldContain("Potwierdzenie");
            var original = await page.RunAndWaitForDownloadAsync(() => page.Button("Oryginalny plik (XML)").ClickAsync());
            (await File.ReadAllTextAsync((await original.PathAsync())!)).ShouldContain("FV/ZGODA/1");
            var result = await page.RunAndWaitForDownloadAsync(() => page.Button("Wynik dla ERP (JSON)").ClickAsync());
            result.SuggestedFilename.ShouldEndWith(".result.json");
        });
    }

    [Fact]
    public async Task Refuse_WaitingFile_NeedsAReasonAndReplayAsksAgain()
    {
        var id = await app.DropAsync(new SampleInvoice { Number = "FV/ZGODA/2" }, FileOutcome.AwaitingApproval);
        await chromium.VisitAsync(new Visit(), app.Dashboard, async page =>
        {
            await page.OpenFileAsync(id);
            await page.Button("Wstrzymaj").ClickAsync();
            var dialog = page.GetByRole(AriaRole.Dialog);
            var confirm = dialog.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Wstrzymaj" });
            await dialog.GetByLabel("Imię i nazwisko").FillAsync("Jan Zieliński");
            await confirm.ClickAsync();
            await Expect(dialog.GetByRole(AriaRole.Alert)).ToHaveTextAsync("Uzupełnij to pole.");
            await dialog.GetByLabel("Powód").FillAsync("Błędny rabat.");
            await confirm.ClickAsync();
            await Expect(page.Locator(".banner .badge")).ToHaveTextAsync("Wstrzymany", new LocatorAssertionsToHaveTextOptions { Timeout = 60_000 });

            await page.Button("Uruchom ponownie").ClickAsync();
            await dialog.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Uruchom ponownie" }).ClickAsync();

            await Expect(page.Button("Zatwierdź wysyłkę")).ToBeVisibleAsync(new LocatorAssertionsToBeVisibleOptions { Timeout = 60_000 });
        });
    }

    [Fact]
    public async Task Approve_DecidedElsewhereMeanwhile_SaysThatTheStateHasChanged()
    {
        var id = await app.DropAsync(new SampleInvoice { Number = "FV/ZGODA/3" }, FileOutcome.AwaitingApproval);
        await chromium.VisitAsync(new Visit { Expected = "409" }, app.Dashboard, async page =>
        {
            await page.OpenFileAsync(id);
            await page.Button("Zatwierdź wysyłkę").ClickAsync();
            var record = (await app.Ledger.FindAsync(id, CancellationToken.None))!;
            await app.Ledger.UpdateAsync(record.LedgerName, current => current with { Outcome = FileOutcome.Sending }, CancellationToken.None);
            var dialog = page.GetByRole(AriaRole.Dialog);
            await dialog.GetByLabel("Imię i nazwisko").FillAsync("Barbara Nowak");
            await dialog.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Zatwierdź wysyłkę" }).ClickAsync();

            await Expect(dialog.GetByRole(AriaRole.Alert)).ToContainTextAsync("Stan pliku zmienił się w międzyczasie.");
        });
    }

    [Fact]
    public async Task Dialog_Cancelled_ChangesNothing()
    {
        var id = await app.DropAsync(new SampleInvoice { Number = "FV/ZGODA/4" }, FileOutcome.AwaitingApproval);
        await chromium.VisitAsync(new Visit(), app.Dashboard, async page =>
        {
            await page.OpenFileAsync(id);
            await page.Button("Zatwierdź wysyłkę").ClickAsync();
            await page.Keyboard.PressAsync("Escape");

            await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
            (await app.Ledger.FindAsync(id, CancellationToken.None))!.Outcome.ShouldBe(FileOutcome.AwaitingApproval);
        });
    }
}
