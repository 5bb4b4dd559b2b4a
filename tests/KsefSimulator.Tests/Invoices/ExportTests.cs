using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using KsefSimulator.Settings;
using KsefSimulator.Tests.Support;

namespace KsefSimulator.Tests.Invoices;

public sealed class ExportTests
{
    [Fact]
    public async Task Export_OfSentInvoices_DecryptsToThemAndTheirMetadata()
    {
        await using var ksef = await TestKsef.StartAsync();
        var session = await ksef.OpenOnlineAsync(await ksef.LoginAsync());
        var invoice = TestInvoice.Valid();
        await session.SendAsync(invoice);
        var number = (await session.InvoicesAsync())[0]!["ksefNumber"]!.GetValue<string>();
        var key = await ksef.SessionKeyAsync();

        var started = await ksef.PostAsync("invoices/exports", new JsonObject { ["encryption"] = key.ToJson(), ["filters"] = Filters("Subject1") }, session.Token);
        var status = (await ksef.GetAsync($"invoices/exports/{started.Json["referenceNumber"]}", session.Token)).Json;

        status["status"]!["code"]!.GetValue<int>().ShouldBe(200);
        var part = status["package"]!["parts"]!.AsArray().ShouldHaveSingleItem()!;
        var encrypted = await ksef.Http.GetByteArrayAsync(part["url"]!.GetValue<string>());
        TestKsef.Sha256(encrypted).ShouldBe(part["encryptedPartHash"]!.GetValue<string>());
        using var aes = Aes.Create();
        aes.Key = key.Key;
        using var archive = new ZipArchive(new MemoryStream(aes.DecryptCbc(encrypted, key.Vector)));
        archive.Entries.Select(entry => entry.FullName).ShouldBe([$"{number}.xml", "_metadata.json"]);
        using var content = new MemoryStream();
        await archive.Entries[0].Open().CopyToAsync(content);
        content.ToArray().ShouldBe(invoice);
    }

    [Fact]
    public async Task Query_ByRole_FindsTheInvoiceForSellerAndBuyerOnly()
    {
        await using var ksef = await TestKsef.StartAsync();
        var session = await ksef.OpenOnlineAsync(await ksef.LoginAsync());
        var sample = TestInvoice.Sample();
        await session.SendAsync((sample with { Buyer = sample.Buyer with { Nip = TestKsef.OtherNip } }).ToBytes());
        var buyer = await ksef.LoginAsync(TestKsef.OtherNip);

        async Task<int> CountAsync(string role, string token) => (await ksef.PostAsync("invoices/query/metadata", Filters(role), token)).Json["invoices"]!.AsArray().Count;

        (await CountAsync("Subject1", session.Token)).ShouldBe(1);
        (await CountAsync("Subject2", session.Token)).ShouldBe(0);
        (await CountAsync("Subject2", buyer)).ShouldBe(1);
        (await CountAsync("Subject3", buyer)).ShouldBe(0);
    }

    [Theory]
    [InlineData(SpecLevel.V26, 88, HttpStatusCode.OK)]
    [InlineData(SpecLevel.V26, 99, HttpStatusCode.BadRequest)]
    [InlineData(SpecLevel.V28, 99, HttpStatusCode.OK)]
    [InlineData(SpecLevel.V28, 101, HttpStatusCode.BadRequest)]
    public async Task Query_LongerThanThreeMonthsOrFromSpec28AHundredDays_Refused21405(SpecLevel level, int days, HttpStatusCode expected)
    {
        await using var ksef = await TestKsef.StartAsync(new SimulatorOptions { ProcessingDelay = TimeSpan.Zero, SpecLevel = level });
        var filters = Filters("Subject1");
        filters["dateRange"]!["from"] = DateTimeOffset.UtcNow.AddDays(-days).ToString("O");

        var reply = await ksef.PostAsync("invoices/query/metadata", filters, await ksef.LoginAsync());

        reply.Status.ShouldBe(expected);
        if (expected == HttpStatusCode.BadRequest)
        {
            reply.Code.ShouldBe(21405);
        }
    }

    [Fact]
    public async Task Query_FromAfterWhatIsComplete_Refused21183()
    {
        await using var ksef = await TestKsef.StartAsync();
        var filters = Filters("Subject1");
        filters["dateRange"]!["from"] = DateTimeOffset.UtcNow.AddHours(1).ToString("O");
        filters["dateRange"]!["to"] = DateTimeOffset.UtcNow.AddHours(2).ToString("O");
        filters["dateRange"]!["restrictToPermanentStorageHwmDate"] = true;

        (await ksef.PostAsync("invoices/query/metadata", filters, await ksef.LoginAsync())).Code.ShouldBe(21183);
    }

    [Fact]
    public async Task Export_EleventhAtATime_Refused21182AndOfAnotherContext21175()
    {
        await using var ksef = await TestKsef.StartAsync(new SimulatorOptions { ProcessingDelay = TimeSpan.FromMinutes(1) });
        using var certificate = TestCertificate.Seal(TestKsef.Nip);
        using var stranger = TestCertificate.Seal(TestKsef.OtherNip);
        var (login, strangers) = (await ksef.SubmitAsync(certificate), await ksef.SubmitAsync(stranger, TestKsef.OtherNip));
        ksef.Server.Clock.Advance(TimeSpan.FromMinutes(1));
        var token = (await ksef.RedeemAsync(login))["accessToken"]!["token"]!.GetValue<string>();
        async Task<Reply> StartAsync() => await ksef.PostAsync(
            "invoices/exports", new JsonObject { ["encryption"] = (await ksef.SessionKeyAsync()).ToJson(), ["filters"] = Filters("Subject1") }, token);
        JsonNode? running = null;
        for (var started = 0; started < 10; started++)
        {
            running = (await StartAsync()).Json["referenceNumber"];
        }

        (await StartAsync()).Code.ShouldBe(21182);
        (await ksef.GetAsync($"invoices/exports/{running}", (await ksef.RedeemAsync(strangers))["accessToken"]!["token"]!.GetValue<string>())).Code.ShouldBe(21175);
    }

    [Fact]
    public async Task Export_AfterSevenDays_IsGone()
    {
        await using var ksef = await TestKsef.StartAsync();
        var started = await ksef.PostAsync(
            "invoices/exports", new JsonObject { ["encryption"] = (await ksef.SessionKeyAsync()).ToJson(), ["filters"] = Filters("Subject1") }, await ksef.LoginAsync());

        ksef.Server.Clock.Advance(TimeSpan.FromDays(8));

        (await ksef.GetAsync($"invoices/exports/{started.Json["referenceNumber"]}", await ksef.LoginAsync())).Status.ShouldBe(HttpStatusCode.Gone);
    }

    private static JsonObject Filters(string role) => new()
    {
        ["subjectType"] = role,
        ["dateRange"] = new JsonObject { ["dateType"] = "PermanentStorage", ["from"] = DateTimeOffset.UtcNow.AddDays(-1).ToString("O") },
    };
}
