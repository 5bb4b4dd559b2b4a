using System.Globalization;
using Browser.Tests.Hosting;
using Browser.Tests.Samples;
using KsefFunctions.Files;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests.Dashboard;

[Collection(DashboardTests.Name)]
public sealed class ListTests(DashboardApp app, Chromium chromium)
{
    private const int PageSize = 50;

    [Fact]
    public Task List_FilesInEveryState_SaysEachStateInWords() => chromium.VisitAsync(new Visit(), app.Dashboard, async page =>
    {
        foreach (var (record, state) in States())
        {
            await Expect(page.FileWith(NumberOf(record)).Locator(".badge")).ToHaveTextAsync(state);
        }

        await Expect(page.FileWith("Paczka: 120 faktur")).ToContainTextAsync("119 przyjętych · 1 nieprzyjęta");
    });

    [Fact]
    public Task List_RejectedFile_SaysWhyWithoutOpeningIt() => chromium.VisitAsync(new Visit(), app.Dashboard, page =>
        Expect(page.FileWith(NumberOf(SampleRecords.Duplicate)))
            .ToContainTextAsync("KSeF zawiera już inną fakturę tego sprzedawcy o tym samym rodzaju i numerze."));

    [Theory]
    [InlineData("pl-PL", "2 uwagi")]
    [InlineData("en-GB", "2 remarks")]
    public Task List_FileWithWarnings_SaysHowManyInTheReadersLanguage(string language, string remarks) =>
        chromium.VisitAsync(new Visit(language), app.Dashboard, async page =>
        {
            await Expect(page.FileWith(NumberOf(SampleRecords.Questionable)).Locator(".remarks")).ToHaveTextAsync(remarks);
            await Expect(page.FileWith(NumberOf(SampleRecords.Accepted)).Locator(".remarks")).ToHaveCountAsync(0);
        });

    [Fact]
    public Task Tile_Pressed_LeavesItsFilesOnlyAndStandsInTheAddress() => chromium.VisitAsync(new Visit(), app.Dashboard, async page =>
    {
        await page.Tile("Awarie").ClickAsync();

        await Expect(page.FileWith(NumberOf(SampleRecords.DeadLettered))).ToBeVisibleAsync();
        await Expect(page.FileWith(NumberOf(SampleRecords.Accepted))).ToHaveCountAsync(0);
        await Expect(page.Tile("Awarie")).ToHaveAttributeAsync("aria-pressed", "true");
        page.Url.ShouldContain("outcome=DeadLettered");
        await Expect(page.Locator("#f-outcome")).ToHaveValueAsync("DeadLettered");
    });

    [Fact]
    public Task Tile_Always_ShowsTheNumberOfItsFiles() => chromium.VisitAsync(new Visit(), app.Dashboard, async page =>
    {
        await Expect(page.FileWith(NumberOf(SampleRecords.Accepted))).ToBeVisibleAsync();
        await page.Tile("Awarie").ClickAsync();
        await Expect(page.FileWith(NumberOf(SampleRecords.Accepted))).ToHaveCountAsync(0);

        await Expect(page.Tile("Awarie").Locator(".number")).ToHaveTextAsync((await page.Files().CountAsync()).ToString(CultureInfo.InvariantCulture));
    });

    [Fact]
    public Task Tile_OfTheDryRun_HasWhatWasCheckedOnTrialAndTheOthersInProgressHaveNot() => chromium.VisitAsync(new Visit(), app.Dashboard, async page =>
    {
        await page.Tile("Sprawdzone na próbę").ClickAsync();

        await Expect(page.Files()).ToHaveCountAsync(1);
        await Expect(page.FileWith(NumberOf(SampleRecords.Trial))).ToBeVisibleAsync();
        await Expect(page.Tile("Sprawdzone na próbę").Locator(".number")).ToHaveTextAsync("1");
        await page.Tile("W toku").ClickAsync();
        await Expect(page.FileWith(NumberOf(SampleRecords.Processing))).ToBeVisibleAsync();
        await Expect(page.FileWith(NumberOf(SampleRecords.Trial))).ToHaveCountAsync(0);
        await Expect(page.Tile("W toku").Locator(".number")).ToHaveTextAsync((await page.Files().CountAsync()).ToString(CultureInfo.InvariantCulture));
    });

    [Fact]
    public Task Search_PartOfBuyersName_FindsTheFile() => chromium.VisitAsync(new Visit(), app.Dashboard, async page =>
    {
        await page.GetByLabel("Szukaj").FillAsync("onerror");

        await Expect(page.Files()).ToHaveCountAsync(1);
        await Expect(page.FileWith(NumberOf(SampleRecords.Hostile))).ToBeVisibleAsync();
    });

    [Fact]
    public Task Search_NothingFound_SaysSoAndClears() => chromium.VisitAsync(new Visit(), app.Dashboard, async page =>
    {
        await page.GetByLabel("Szukaj").FillAsync("takiej faktury nie ma");

        await Expect(page.GetByText("Żaden plik nie pasuje do filtrów.")).ToBeVisibleAsync();
        await page.Button("Wyczyść filtry").ClickAsync();
        await Expect(page.FileWith(NumberOf(SampleRecords.Accepted))).ToBeVisibleAsync();
    });

    [Fact]
    public Task NipFilter_WithDashes_FindsTheCompany() => chromium.VisitAsync(new Visit(), app.Dashboard, async page =>
    {
        var nip = SampleRecords.OtherCompany;
        await page.GetByLabel("NIP firmy").FillAsync($"{nip[..3]}-{nip[3..6]}-{nip[6..8]}-{nip[8..]}");

        await Expect(page.Files()).ToHaveCountAsync(1);
        await Expect(page.FileWith(NumberOf(SampleRecords.Duplicate))).ToBeVisibleAsync();
    });

    [Fact]
    public Task PeriodFilter_RangeInThePast_HidesFilesOfToday() => chromium.VisitAsync(new Visit(), app.Dashboard, async page =>
    {
        await page.GetByLabel("Okres").SelectOptionAsync("range");
        await page.GetByLabel("Do dnia").FillAsync("2026-01-31");

        await Expect(page.GetByText("Żaden plik nie pasuje do filtrów.")).ToBeVisibleAsync();
    });

    [Fact]
    public Task Older_Pressed_ShowsTheNextPageAndNewerComesBack() => chromium.VisitAsync(new Visit(), app.Dashboard, async page =>
    {
        await Expect(page.Files()).ToHaveCountAsync(PageSize);
        var first = await page.Files().First.InnerTextAsync();

        await page.Button("Starsze").ClickAsync();
        await Expect(page.Files().First).Not.ToHaveTextAsync(first);
        await page.Button("Nowsze").ClickAsync();

        await Expect(page.Files()).ToHaveCountAsync(PageSize);
        await Expect(page.Button("Nowsze")).ToBeDisabledAsync();
    });

    [Fact]
    public Task Keyboard_EnterOnALine_OpensTheFileAndBackReturnsToTheFilters() => chromium.VisitAsync(new Visit(), app.Dashboard, async page =>
    {
        await page.GetByLabel("Szukaj").FillAsync("onerror");
        await Expect(page.Files()).ToHaveCountAsync(1);
        await page.FileWith(NumberOf(SampleRecords.Hostile)).Locator(".title").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        (await page.HeadingAsync()).ShouldBe(NumberOf(SampleRecords.Hostile));

        await page.GetByText("Wszystkie pliki").ClickAsync();

        await Expect(page.GetByLabel("Szukaj")).ToHaveValueAsync("onerror");
        await Expect(page.Files()).ToHaveCountAsync(1);
    });

    private static string NumberOf(FileRecord record) => record.Invoices[0].Number!;

    private static IEnumerable<(FileRecord Record, string State)> States() =>
    [
        (SampleRecords.Accepted, "Przyjęty"),
        (SampleRecords.Rejected, "Odrzucony"),
        (SampleRecords.Duplicate, "Duplikat"),
        (SampleRecords.DeadLettered, "Awaria"),
        (SampleRecords.Processing, "Przetwarzany"),
        (SampleRecords.AwaitingApproval, "Do zatwierdzenia"),
        (SampleRecords.Refused, "Wstrzymany"),
        (SampleRecords.Trial, "Sprawdzony na próbę"),
    ];
}
