using System.Net;
using System.Text.Json;
using SampleInvoices;

namespace KsefFunctions.Tests.Api;

[Collection(SharedAppTests.Name)]
public sealed class HttpApiTests(SharedApp shared)
{
    private readonly HostedApp _app = shared.App;

    public static TheoryData<string, string> Endpoints => new()
    {
        { "GET", "files" },
        { "GET", "files/x" },
        { "GET", "files/x/result" },
        { "GET", "files/x/upo/1" },
        { "GET", "files/x/original" },
        { "POST", "files/x/approve" },
        { "POST", "files/x/refuse" },
        { "POST", "files/x/replay" },
    };

    [Theory]
    [MemberData(nameof(Endpoints))]
    public async Task Request_WithoutKey_IsRefused(string method, string route)
    {
        using var stranger = new HttpClient { BaseAddress = _app.Http.BaseAddress };
        using var wrongKey = new HttpRequestMessage(new HttpMethod(method), route) { Headers = { { "x-functions-key", "wrong" } } };

        (await stranger.SendAsync(new HttpRequestMessage(new HttpMethod(method), route))).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await stranger.SendAsync(wrongKey)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task ListFiles_FilteredByText_FindsTheInvoice()
    {
        var invoice = RunningApp.Invoice();
        var record = await _app.SettleAsync("listed.xml", invoice.ToBytes());

        var page = JsonDocument.Parse(await _app.Http.GetStringAsync($"files?text={Uri.EscapeDataString(invoice.Number)}&outcome=Accepted")).RootElement;

        var file = page.GetProperty("files").EnumerateArray().ShouldHaveSingleItem();
        file.GetProperty("id").GetString().ShouldBe(record.Id);
        file.GetProperty("ksefNumber").GetString().ShouldBe(record.Invoices[0].KsefNumber);
    }

    [Fact]
    public async Task ListFiles_UnknownOutcome_SaysWhichAreKnown()
    {
        var answer = await _app.Http.GetAsync("files?outcome=Happy");

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("PartlyAccepted");
    }

    [Fact]
    public async Task GetFile_Settled_ShowsStepsAndDownloadsWork()
    {
        var content = RunningApp.Invoice().ToBytes();
        var record = await _app.SettleAsync("shown.xml", content);

        var file = JsonDocument.Parse(await _app.Http.GetStringAsync($"files/{record.Id}")).RootElement;

        file.GetProperty("steps").GetArrayLength().ShouldBe(4);
        file.GetProperty("canReplay").GetBoolean().ShouldBeFalse();
        (await _app.Http.GetByteArrayAsync($"files/{record.Id}/original")).ShouldBe(content);
        (await _app.Http.GetStringAsync($"files/{record.Id}/upo/1")).ShouldContain(record.Invoices[0].KsefNumber!);
        (await _app.Http.GetStringAsync($"files/{record.Id}/result")).ShouldContain("\"Accepted\"");
    }

    [Theory]
    [InlineData("approve")]
    [InlineData("replay")]
    public async Task Post_OnAnAcceptedFile_IsAConflict(string action)
    {
        var record = await _app.SettleAsync($"done-{action}.xml", RunningApp.Invoice().ToBytes());

        var answer = await _app.PostAsync($"files/{record.Id}/{action}", new { by = "Księgowość" });

        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task GetFile_Unknown_IsNotFound() =>
        (await _app.Http.GetAsync($"files/{SampleNips.Seller}-00")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
}
