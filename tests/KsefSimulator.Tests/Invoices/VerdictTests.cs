using System.Text;
using System.Text.Json.Nodes;
using KsefSimulator.Settings;
using KsefSimulator.Tests.Support;

namespace KsefSimulator.Tests.Invoices;

public sealed class VerdictTests
{
    public static TheoryData<string, byte[], int> BadInvoices() => new()
    {
        { "BOM", [.. Encoding.UTF8.Preamble, .. TestInvoice.Valid()], 430 },
        { "not XML", "faktura"u8.ToArray(), 430 },
        { "truncated", TestInvoice.Valid()[..500], 430 },
        { "another declared encoding", TestInvoice.With("utf-8", "windows-1250"), 430 },
        { "processing instruction", TestInvoice.With("<Naglowek>", "<?a b?><Naglowek>"), 430 },
        { "DTD", TestInvoice.With("<Faktura", "<!DOCTYPE Faktura><Faktura"), 430 },
        { "invalid UTF-8", [.. TestInvoice.Valid()[..^1], 0xFF, (byte)'>'], 430 },
        { "discouraged character", TestInvoice.With("<SystemInfo>", "<SystemInfo>\u0080"), 430 },
        { "element out of order", TestInvoice.With("<Naglowek>", "<Naglowek><Nowy/>"), 450 },
        { "another schema", "<Faktura xmlns=\"http://crd.gov.pl/wzor/2023/06/29/12648/\"/>"u8.ToArray(), 450 },
        { "issued tomorrow", (TestInvoice.Sample() with { IssueDate = TestInvoice.Today.AddDays(1) }).ToBytes(), 450 },
        { "seller outside the context", TestInvoice.Valid(TestKsef.OtherNip), 410 },
        { "attachment sent online", (TestInvoice.Sample() with { Attachment = new() }).ToBytes(), 415 },
        { "too large", [.. TestInvoice.Valid(), .. Enumerable.Repeat((byte)' ', 1_000_000)], 430 },
    };

    [Theory]
    [MemberData(nameof(BadInvoices))]
    public async Task Send_BadInvoice_GetsItsStatus(string what, byte[] invoice, int code)
    {
        await using var ksef = await TestKsef.StartAsync();
        var session = await ksef.OpenOnlineAsync(await ksef.LoginAsync());

        var verdict = await session.VerdictAsync(invoice);

        verdict["code"]!.GetValue<int>().ShouldBe(code, $"{what}: {verdict.ToJsonString()}");
        verdict["details"]!.AsArray().Count.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Send_SameNumberInAnotherSession_IsADuplicateOfTheFirst()
    {
        await using var ksef = await TestKsef.StartAsync();
        var token = await ksef.LoginAsync();
        var first = await ksef.OpenOnlineAsync(token);
        var second = await ksef.OpenOnlineAsync(token);
        var invoice = TestInvoice.Sample();
        await first.SendAsync(invoice.ToBytes());
        var original = (await first.InvoicesAsync())[0]!["ksefNumber"]!.GetValue<string>();

        var verdict = await second.VerdictAsync((invoice with { Currency = "EUR" }).ToBytes());

        verdict["code"]!.GetValue<int>().ShouldBe(440);
        verdict["details"]![0]!.GetValue<string>().ShouldBe($"Duplikat faktury. Faktura o numerze KSeF: {original} została już prawidłowo przesłana do systemu w sesji: {first.Reference}");
        verdict["extensions"]!["originalKsefNumber"]!.GetValue<string>().ShouldBe(original);
        verdict["extensions"]!["originalSessionReferenceNumber"]!.GetValue<string>().ShouldBe(first.Reference);
    }

    [Fact]
    public async Task Send_SameNumberWithASpaceBehind_IsADuplicate()
    {
        await using var ksef = await TestKsef.StartAsync();
        var session = await ksef.OpenOnlineAsync(await ksef.LoginAsync());
        var invoice = TestInvoice.Sample();
        await session.SendAsync(invoice.ToBytes());

        (await session.VerdictAsync((invoice with { Number = invoice.Number + " " }).ToBytes()))["code"]!.GetValue<int>().ShouldBe(440);
    }

    [Theory]
    [InlineData("6824515772-12343", true, 200)]
    [InlineData("6824515772-12345", true, 450)]
    [InlineData("6824515773-12346", true, 450)]
    [InlineData("6824515772-12345", false, 200)]
    public async Task Send_InternalIdentifier_IsCheckedAsNipsAre(string identifier, bool isEnforced, int code)
    {
        await using var ksef = await TestKsef.StartAsync(new SimulatorOptions { ProcessingDelay = TimeSpan.Zero, EnforceNipChecksum = isEnforced });
        var session = await ksef.OpenOnlineAsync(await ksef.LoginAsync());
        var unit = $"<Podmiot3><DaneIdentyfikacyjne><IDWew>{identifier}</IDWew><Nazwa>Oddział</Nazwa></DaneIdentyfikacyjne><Rola>2</Rola></Podmiot3>";

        (await session.VerdictAsync(TestInvoice.With("</Podmiot2>", "</Podmiot2>" + unit)))["code"]!.GetValue<int>().ShouldBe(code);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task SameInvoice_OnlineAndInAPackage_IsADuplicateOfTheFirst(bool onlineFirst)
    {
        await using var ksef = await TestKsef.StartAsync();
        var token = await ksef.LoginAsync();
        var invoice = TestInvoice.Valid();

        async Task<TestSession> SendAsync(bool online)
        {
            if (!online)
            {
                var package = await (await TestPackage.CreateAsync(ksef, token, SampleInvoices.SampleArchive.Zip([("a.xml", invoice)]))).SendAsync();
                await package.FinalAsync();
                return package;
            }

            var session = await ksef.OpenOnlineAsync(token);
            await session.SendAsync(invoice);
            return session;
        }

        var first = await SendAsync(onlineFirst);
        var second = await SendAsync(!onlineFirst);

        var original = (await first.InvoicesAsync()).ShouldHaveSingleItem()!;
        var duplicate = (await second.InvoicesAsync()).ShouldHaveSingleItem()!;
        duplicate["ksefNumber"].ShouldBeNull();
        duplicate["status"]!["code"]!.GetValue<int>().ShouldBe(440);
        duplicate["status"]!["extensions"]!["originalKsefNumber"]!.GetValue<string>().ShouldBe(original["ksefNumber"]!.GetValue<string>());
        duplicate["status"]!["extensions"]!["originalSessionReferenceNumber"]!.GetValue<string>().ShouldBe(first.Reference);
    }

    [Fact]
    public async Task SameInvoice_TwiceInOnePackage_IsADuplicateInItsOwnSession()
    {
        await using var ksef = await TestKsef.StartAsync();
        var invoice = TestInvoice.Valid();
        var session = await (await TestPackage.CreateAsync(ksef, await ksef.LoginAsync(), SampleInvoices.SampleArchive.Zip([("a.xml", invoice), ("b.xml", invoice)]))).SendAsync();

        (await session.FinalAsync())["status"]!["code"]!.GetValue<int>().ShouldBe(200);

        (await session.InvoicesAsync()).Select(item => item!["status"]!["code"]!.GetValue<int>()).ShouldBe([200, 440]);
        (await session.InvoicesAsync("/failed"))[0]!["status"]!["extensions"]!["originalSessionReferenceNumber"]!.GetValue<string>().ShouldBe(session.Reference);
    }

    [Fact]
    public async Task SameInvoice_FromManySessionsAtOnce_IsAcceptedOnce()
    {
        await using var ksef = await TestKsef.StartAsync();
        var token = await ksef.LoginAsync();
        var invoice = TestInvoice.Valid();
        var sessions = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => ksef.OpenOnlineAsync(token)));

        var verdicts = await Task.WhenAll(sessions.Select(session => session.VerdictAsync(invoice)));

        verdicts.Select(verdict => verdict["code"]!.GetValue<int>()).Order().ShouldBe([200, .. Enumerable.Repeat(440, 7)]);
    }

    [Fact]
    public async Task Send_IssuedEarlier_TurnsOffline()
    {
        await using var ksef = await TestKsef.StartAsync();
        var session = await ksef.OpenOnlineAsync(await ksef.LoginAsync());

        await session.SendAsync((TestInvoice.Sample() with { IssueDate = TestInvoice.Today.AddDays(-1) }).ToBytes());

        (await session.InvoicesAsync())[0]!["invoicingMode"]!.GetValue<string>().ShouldBe("Offline");
    }

    [Fact]
    public async Task Download_ByKsefNumber_ReturnsTheSameBytesToItsParties()
    {
        await using var ksef = await TestKsef.StartAsync();
        var session = await ksef.OpenOnlineAsync(await ksef.LoginAsync());
        var invoice = TestInvoice.Valid();
        await session.SendAsync(invoice);
        var number = (await session.InvoicesAsync())[0]!["ksefNumber"]!.GetValue<string>();

        var reply = await ksef.GetAsync($"invoices/ksef/{number}", session.Token);

        reply.Body.ShouldBe(invoice);
        reply.Headers["x-ms-meta-hash"].ShouldBe(TestKsef.Sha256(invoice));
        (await ksef.GetAsync($"invoices/ksef/{number}", await ksef.LoginAsync(TestKsef.OtherNip))).Code.ShouldBe(21164);
    }

    [Fact]
    public async Task TechnicalCorrection_OfARejectedOfflineInvoice_IsTakenOnce()
    {
        await using var ksef = await TestKsef.StartAsync();
        var session = await ksef.OpenOnlineAsync(await ksef.LoginAsync());
        var broken = TestInvoice.With("<Naglowek>", "<Naglowek><Nowy/>");
        (await session.VerdictAsync(broken, Offline))["code"]!.GetValue<int>().ShouldBe(450);

        var corrected = await session.VerdictAsync(TestInvoice.Valid(), body => Correct(body, broken));

        corrected["code"]!.GetValue<int>().ShouldBe(200);
        (await session.TrySendAsync(TestInvoice.Valid(), body => Correct(body, broken))).Code.ShouldBe(21166);
    }

    [Fact]
    public async Task TechnicalCorrection_OutOfRule_Refused()
    {
        await using var ksef = await TestKsef.StartAsync();
        var session = await ksef.OpenOnlineAsync(await ksef.LoginAsync());
        var accepted = TestInvoice.Valid();
        await session.SendAsync(accepted, Offline);

        (await session.TrySendAsync(TestInvoice.Valid(), body => Correct(body, accepted))).Code.ShouldBe(21167);
        (await session.TrySendAsync(TestInvoice.Valid(), body => body["hashOfCorrectedInvoice"] = TestKsef.Sha256(accepted))).Code.ShouldBe(21405);
        (await session.TrySendAsync(TestInvoice.Valid(), body => Correct(body, [1]))).Code.ShouldBe(21405);
    }

    [Fact]
    public async Task TechnicalCorrection_OfWhatMayNotBeCorrected_Refused21167()
    {
        await using var ksef = await TestKsef.StartAsync();
        var session = await ksef.OpenOnlineAsync(await ksef.LoginAsync());
        var online = TestInvoice.With("<Naglowek>", "<Naglowek><Nowy/>");
        var foreign = TestInvoice.Valid(TestKsef.OtherNip);
        (await session.VerdictAsync(online))["code"]!.GetValue<int>().ShouldBe(450);
        (await session.VerdictAsync(foreign, Offline))["code"]!.GetValue<int>().ShouldBe(410);

        (await session.TrySendAsync(TestInvoice.Valid(), body => Correct(body, online))).Code.ShouldBe(21167);
        (await session.TrySendAsync(TestInvoice.Valid(), body => Correct(body, foreign))).Code.ShouldBe(21167);
    }

    [Fact]
    public async Task TechnicalCorrections_OfOneInvoiceAtOnce_OneIsTaken()
    {
        await using var ksef = await TestKsef.StartAsync();
        var token = await ksef.LoginAsync();
        var sessions = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => ksef.OpenOnlineAsync(token)));
        var broken = TestInvoice.With("<Naglowek>", "<Naglowek><Nowy/>");
        await sessions[0].SendAsync(broken, Offline);

        var replies = await Task.WhenAll(sessions.Select(session => session.TrySendAsync(TestInvoice.Valid(), body => Correct(body, broken))));

        replies.Count(reply => reply.Status == System.Net.HttpStatusCode.Accepted).ShouldBe(1);
        replies.Where(reply => reply.Status != System.Net.HttpStatusCode.Accepted).ShouldAllBe(reply => reply.Code == 21166);
    }

    private static void Offline(JsonObject body) => body["offlineMode"] = true;

    private static void Correct(JsonObject body, byte[] original)
    {
        Offline(body);
        body["hashOfCorrectedInvoice"] = TestKsef.Sha256(original);
    }
}
