using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using KsefSimulator.Settings;
using KsefSimulator.Tests.Support;

namespace KsefSimulator.Tests.Sessions;

public sealed class OnlineSessionTests
{
    [Fact]
    public async Task Session_WithOneValidInvoice_EndsWith200AndNumbersIt()
    {
        await using var ksef = await TestKsef.StartAsync();
        var session = await ksef.OpenOnlineAsync(await ksef.LoginAsync());

        var reference = await session.SendAsync(TestInvoice.Valid());
        (await session.CloseAsync()).Status.ShouldBe(HttpStatusCode.NoContent);

        var status = await session.FinalAsync();
        status["status"]!["code"]!.GetValue<int>().ShouldBe(200);
        status["invoiceCount"]!.GetValue<int>().ShouldBe(1);
        status["successfulInvoiceCount"]!.GetValue<int>().ShouldBe(1);
        status["upo"]!["pages"]!.AsArray().Count.ShouldBe(1);
        var invoice = (await session.InvoicesAsync()).ShouldHaveSingleItem()!;
        invoice["referenceNumber"]!.GetValue<string>().ShouldBe(reference);
        invoice["ksefNumber"]!.GetValue<string>().ShouldStartWith($"{TestKsef.Nip}-");
        invoice["invoicingMode"]!.GetValue<string>().ShouldBe("Online");
    }

    [Fact]
    public async Task Status_BeforeAnythingIsProcessed_LeavesTheCountersOut()
    {
        await using var ksef = await TestKsef.StartAsync(new SimulatorOptions { ProcessingDelay = TimeSpan.FromHours(1) });
        using var certificate = TestCertificate.Seal(TestKsef.Nip);
        var submitted = await ksef.SubmitAsync(certificate);
        (await ksef.StatusAsync(submitted))["code"]!.GetValue<int>().ShouldBe(100);
        ksef.Server.Clock.Advance(TimeSpan.FromHours(1));
        var session = await ksef.OpenOnlineAsync((await ksef.RedeemAsync(submitted))["accessToken"]!["token"]!.GetValue<string>());
        await session.SendAsync(TestInvoice.Valid());

        var open = await session.StatusAsync();

        open["status"]!["code"]!.GetValue<int>().ShouldBe(100);
        open["invoiceCount"]!.GetValue<int>().ShouldBe(1);
        open["successfulInvoiceCount"].ShouldBeNull();
        open["failedInvoiceCount"].ShouldBeNull();
        (await session.InvoicesAsync())[0]!["status"]!["code"]!.GetValue<int>().ShouldBe(150);
    }

    [Fact]
    public async Task Close_WithoutInvoices_EndsWith440()
    {
        await using var ksef = await TestKsef.StartAsync();
        var session = await ksef.OpenOnlineAsync(await ksef.LoginAsync());

        await session.CloseAsync();

        var status = (await session.FinalAsync())["status"]!;
        (status["code"]!.GetValue<int>(), status["details"]![0]!.GetValue<string>()).ShouldBe((440, "Nie przesłano faktur"));
    }

    [Fact]
    public async Task Close_OnlyInvalidInvoices_EndsWith445()
    {
        await using var ksef = await TestKsef.StartAsync();
        var session = await ksef.OpenOnlineAsync(await ksef.LoginAsync());
        await session.SendAsync("<a/>"u8.ToArray());

        await session.CloseAsync();

        var status = await session.FinalAsync();
        status["status"]!["code"]!.GetValue<int>().ShouldBe(445);
        status["failedInvoiceCount"]!.GetValue<int>().ShouldBe(1);
        (await session.InvoicesAsync("/failed")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task SendAndClose_AfterClose_Refused21180()
    {
        await using var ksef = await TestKsef.StartAsync();
        var session = await ksef.OpenOnlineAsync(await ksef.LoginAsync());
        await session.SendAsync(TestInvoice.Valid());
        await session.CloseAsync();

        (await session.TrySendAsync(TestInvoice.Valid())).Code.ShouldBe(21180);
        (await session.CloseAsync()).Code.ShouldBe(21180);
    }

    [Fact]
    public async Task Session_AfterTwelveHours_ClosesItself()
    {
        await using var ksef = await TestKsef.StartAsync();
        var session = await ksef.OpenOnlineAsync(await ksef.LoginAsync());
        await session.SendAsync(TestInvoice.Valid());

        ksef.Server.Clock.Advance(TimeSpan.FromHours(13));

        var later = session with { Token = await ksef.LoginAsync() };
        (await later.StatusAsync())["status"]!["code"]!.GetValue<int>().ShouldBe(200);
        (await later.TrySendAsync(TestInvoice.Valid())).Code.ShouldBe(21180);
    }

    [Fact]
    public async Task Send_WrongSizeOrHashOfCiphertext_Refused()
    {
        await using var ksef = await TestKsef.StartAsync();
        var session = await ksef.OpenOnlineAsync(await ksef.LoginAsync());

        (await session.TrySendAsync(TestInvoice.Valid(), body => body["encryptedInvoiceSize"] = 5)).Code.ShouldBe(21402);
        (await session.TrySendAsync(TestInvoice.Valid(), body => body["encryptedInvoiceHash"] = body["invoiceHash"]!.DeepClone())).Code.ShouldBe(21403);
        (await session.TrySendAsync(TestInvoice.Valid(), body => body["invoiceHash"] = "short")).Code.ShouldBe(21405);
        (await session.TrySendAsync(TestInvoice.Valid(), body => body.Remove("encryptedInvoiceContent"))).Code.ShouldBe(21405);
    }

    [Fact]
    public async Task Send_WrongHashOfPlaintext_EndsWith430()
    {
        await using var ksef = await TestKsef.StartAsync();
        var session = await ksef.OpenOnlineAsync(await ksef.LoginAsync());

        var verdict = await session.VerdictAsync(TestInvoice.Valid(), body => body["invoiceHash"] = TestKsef.Sha256([1]));

        verdict["code"]!.GetValue<int>().ShouldBe(430);
    }

    [Fact]
    public async Task Send_EncryptedWithAnotherKey_EndsWith435()
    {
        await using var ksef = await TestKsef.StartAsync();
        var session = await ksef.OpenOnlineAsync(await ksef.LoginAsync());
        var other = session with { Key = session.Key with { Key = RandomNumberGenerator.GetBytes(32) } };

        // A wrong key leaves right padding behind once in 256 times; then the hash is wrong.
        (await other.VerdictAsync(TestInvoice.Valid()))["code"]!.GetValue<int>().ShouldBeOneOf(435, 430);
    }

    [Fact]
    public async Task Send_CiphertextCutShort_EndsWith435()
    {
        await using var ksef = await TestKsef.StartAsync();
        var session = await ksef.OpenOnlineAsync(await ksef.LoginAsync());
        byte[] cut = [1, 2, 3, 4, 5];

        var verdict = await session.VerdictAsync(TestInvoice.Valid(), body =>
        {
            body["encryptedInvoiceContent"] = Convert.ToBase64String(cut);
            body["encryptedInvoiceSize"] = cut.Length;
            body["encryptedInvoiceHash"] = TestKsef.Sha256(cut);
        });

        (verdict["code"]!.GetValue<int>(), verdict["description"]!.GetValue<string>()).ShouldBe((435, "Błąd odszyfrowania pliku"));
    }

    [Fact]
    public async Task Send_WrongSizeOfPlaintext_EndsWith430()
    {
        await using var ksef = await TestKsef.StartAsync();
        var session = await ksef.OpenOnlineAsync(await ksef.LoginAsync());

        (await session.VerdictAsync(TestInvoice.Valid(), body => body["invoiceSize"] = 7))["code"]!.GetValue<int>().ShouldBe(430);
    }

    [Fact]
    public async Task Open_UnknownKeyIdentifier_Refused21470()
    {
        await using var ksef = await TestKsef.StartAsync();
        var token = await ksef.LoginAsync();
        var key = await ksef.SessionKeyAsync() with { PublicKeyId = TestKsef.Sha256([1]) };

        var reply = await ksef.PostAsync("sessions/online", new JsonObject { ["formCode"] = TestKsef.FormCode(), ["encryption"] = key.ToJson() }, token);

        reply.Code.ShouldBe(21470);
        reply.Detail.ShouldBe($"Klucz o identyfikatorze {key.PublicKeyId} nie jest wspierany.");
    }

    [Fact]
    public async Task Open_KeyThatDoesNotUnwrap_TurnsTo415AndRefusesSending()
    {
        await using var ksef = await TestKsef.StartAsync();
        var token = await ksef.LoginAsync();
        var key = await ksef.SessionKeyAsync() with { Wrapped = RandomNumberGenerator.GetBytes(256) };
        var reply = await ksef.PostAsync("sessions/online", new JsonObject { ["formCode"] = TestKsef.FormCode(), ["encryption"] = key.ToJson() }, token);
        var session = new TestSession(ksef, token, reply.Json["referenceNumber"]!.GetValue<string>(), key);

        (await session.StatusAsync())["status"]!["code"]!.GetValue<int>().ShouldBe(415);
        (await session.TrySendAsync(TestInvoice.Valid())).Code.ShouldBe(21180);
    }

    [Theory]
    [InlineData("FA (9)")]
    [InlineData("FA(3)")]
    public async Task Open_UnknownFormCode_Refused21405(string systemCode)
    {
        await using var ksef = await TestKsef.StartAsync();
        var body = new JsonObject { ["formCode"] = TestKsef.FormCode(systemCode), ["encryption"] = (await ksef.SessionKeyAsync()).ToJson() };

        (await ksef.PostAsync("sessions/online", body, await ksef.LoginAsync())).Code.ShouldBe(21405);
    }

    [Fact]
    public async Task Session_OfAnotherContext_IsNotFound()
    {
        await using var ksef = await TestKsef.StartAsync();
        var session = await ksef.OpenOnlineAsync(await ksef.LoginAsync());
        var stranger = session with { Token = await ksef.LoginAsync(TestKsef.OtherNip) };

        (await ksef.GetAsync($"sessions/{session.Reference}", stranger.Token)).Code.ShouldBe(21173);
        (await stranger.TrySendAsync(TestInvoice.Valid())).Code.ShouldBe(21173);
    }

    [Fact]
    public async Task Invoices_MoreThanAPage_ComeWithContinuationTokens()
    {
        await using var ksef = await TestKsef.StartAsync();
        var session = await ksef.OpenOnlineAsync(await ksef.LoginAsync());
        for (var sent = 0; sent < 25; sent++)
        {
            await session.SendAsync(TestInvoice.Valid());
        }

        var ordinals = new List<int>();
        string? continuation = null;
        do
        {
            (string, string)[] headers = continuation is null ? [] : [("x-continuation-token", continuation)];
            var page = (await ksef.CallAsync(HttpMethod.Get, $"sessions/{session.Reference}/invoices?pageSize=10", null, session.Token, headers)).Json;
            ordinals.AddRange(page["invoices"]!.AsArray().Select(invoice => invoice!["ordinalNumber"]!.GetValue<int>()));
            continuation = page["continuationToken"]?.GetValue<string>();
        }
        while (continuation is not null);

        ordinals.ShouldBe(Enumerable.Range(1, 25));
        (await ksef.CallAsync(HttpMethod.Get, $"sessions/{session.Reference}/invoices", null, session.Token, ("x-continuation-token", "nonsense!"))).Code.ShouldBe(21418);
    }
}
