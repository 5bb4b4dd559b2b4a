using System.Net;
using System.Text.Json.Nodes;
using KsefSimulator.Faults;
using KsefSimulator.Settings;
using KsefSimulator.Tests.Support;
using SampleInvoices;

namespace KsefSimulator.Tests.Faults;

public sealed class FaultTests
{
    [Fact]
    public async Task Close500AfterCommit_Close_FailsThoughTheSessionIsClosed()
    {
        await using var ksef = await TestKsef.StartAsync(FaultNames.CloseFailsAfterCommit);
        var session = await ksef.OpenOnlineAsync(await ksef.LoginAsync());
        await session.SendAsync(TestInvoice.Valid());

        (await session.CloseAsync()).Status.ShouldBe(HttpStatusCode.InternalServerError);

        (await session.FinalAsync())["status"]!["code"]!.GetValue<int>().ShouldBe(200);
    }

    [Fact]
    public async Task CloseTimeout_Close_NeverAnswersThoughTheSessionIsClosed()
    {
        await using var ksef = await TestKsef.StartAsync(new SimulatorOptions { ProcessingDelay = TimeSpan.Zero, Faults = [FaultNames.CloseHangs], HangTime = TimeSpan.FromMilliseconds(50) });
        var session = await ksef.OpenOnlineAsync(await ksef.LoginAsync());
        await session.SendAsync(TestInvoice.Valid());

        await Should.ThrowAsync<HttpRequestException>(() => session.CloseAsync());

        (await session.FinalAsync())["status"]!["code"]!.GetValue<int>().ShouldBe(200);
    }

    [Fact]
    public async Task Send202Lost_Send_IsCutThoughTheInvoiceIsTaken()
    {
        await using var ksef = await TestKsef.StartAsync(FaultNames.SendAnswerLost);
        var session = await ksef.OpenOnlineAsync(await ksef.LoginAsync());
        var invoice = TestInvoice.Valid();

        await Should.ThrowAsync<HttpRequestException>(() => session.TrySendAsync(invoice));

        (await session.InvoicesAsync()).ShouldHaveSingleItem()!["invoiceHash"]!.GetValue<string>().ShouldBe(TestKsef.Sha256(invoice));
    }

    [Fact]
    public async Task Stuck150_ClosedPackage_StaysInProcessingUntilTheTimeIsOver()
    {
        await using var ksef = await TestKsef.StartAsync($"{FaultNames.StuckProcessing}:for=10m");
        var session = await (await TestPackage.CreateAsync(ksef, await ksef.LoginAsync(), SampleArchive.Zip([("a.xml", TestInvoice.Valid())]))).SendAsync();

        (await session.StatusAsync())["status"]!["code"]!.GetValue<int>().ShouldBe(150);
        ksef.Server.Clock.Advance(TimeSpan.FromMinutes(10));

        (await session.FinalAsync())["status"]!["code"]!.GetValue<int>().ShouldBe(200);
    }

    [Fact]
    public async Task SessionLag_YoungSession_IsNotFoundAtFirst()
    {
        await using var ksef = await TestKsef.StartAsync(FaultNames.SessionLag);
        var session = await ksef.OpenOnlineAsync(await ksef.LoginAsync());

        (await session.TrySendAsync(TestInvoice.Valid())).Code.ShouldBe(21173);
        ksef.Server.Clock.Advance(TimeSpan.FromSeconds(6));

        await session.SendAsync(TestInvoice.Valid());
    }

    [Fact]
    public async Task PartFlake_SameBytesAgain_PassInANewSession()
    {
        await using var ksef = await TestKsef.StartAsync(FaultNames.PartFlake);
        var package = await TestPackage.CreateAsync(ksef, await ksef.LoginAsync(), SampleArchive.Zip([("a.xml", TestInvoice.Valid())]));

        (await (await package.SendAsync()).FinalAsync())["status"]!["code"]!.GetValue<int>().ShouldBe(405);
        (await (await package.SendAsync()).FinalAsync())["status"]!["code"]!.GetValue<int>().ShouldBe(200);
    }

    [Fact]
    public async Task KeyFailureAfterOpen_FirstSession_TurnsTo415AndTheNextWorks()
    {
        await using var ksef = await TestKsef.StartAsync(FaultNames.KeyFailureAfterOpen);
        var token = await ksef.LoginAsync();
        var first = await ksef.OpenOnlineAsync(token);

        (await first.StatusAsync())["status"]!["code"]!.GetValue<int>().ShouldBe(415);
        (await first.TrySendAsync(TestInvoice.Valid())).Code.ShouldBe(21180);

        await (await ksef.OpenOnlineAsync(token)).SendAsync(TestInvoice.Valid());
    }

    [Theory]
    [InlineData(FaultNames.DuplicateOfOwnSession, true)]
    [InlineData(FaultNames.DuplicateWithoutExtensions, false)]
    public async Task OwnDuplicate_FirstInvoice_PointsAtItsOwnSessionAndItsOwnContent(string fault, bool withExtensions)
    {
        await using var ksef = await TestKsef.StartAsync(fault);
        var session = await ksef.OpenOnlineAsync(await ksef.LoginAsync());
        var invoice = TestInvoice.Valid();

        var verdict = await session.VerdictAsync(invoice);

        verdict["code"]!.GetValue<int>().ShouldBe(440);
        (verdict["extensions"] is not null).ShouldBe(withExtensions);
        var words = verdict["details"]![0]!.GetValue<string>().Split(' ');
        words[^1].ShouldBe(session.Reference);
        var number = words.First(word => word.StartsWith(TestKsef.Nip, StringComparison.Ordinal));
        (await ksef.GetAsync($"invoices/ksef/{number}", session.Token)).Body.ShouldBe(invoice);
        (await ksef.GetAsync($"sessions/{session.Reference}/invoices/ksef/{number}/upo", session.Token)).Code.ShouldBe(21178);
    }

    [Fact]
    public async Task ForeignDuplicate_FirstInvoice_PointsAtOtherContent()
    {
        await using var ksef = await TestKsef.StartAsync(FaultNames.ForeignDuplicate);
        var session = await ksef.OpenOnlineAsync(await ksef.LoginAsync());
        var invoice = TestInvoice.Valid();

        var verdict = await session.VerdictAsync(invoice);

        verdict["code"]!.GetValue<int>().ShouldBe(440);
        var original = await ksef.GetAsync($"invoices/ksef/{verdict["extensions"]!["originalKsefNumber"]}", session.Token);
        original.Status.ShouldBe(HttpStatusCode.OK);
        original.Headers["x-ms-meta-hash"].ShouldNotBe(TestKsef.Sha256(invoice));
    }

    [Theory]
    [InlineData(FaultNames.SomeRejected, 200, new[] { 200, 450, 200 })]
    [InlineData(FaultNames.AllRejected, 445, new[] { 450, 450, 450 })]
    [InlineData(FaultNames.CancelledOnce, 200, new[] { 550, 200, 200 })]
    public async Task ForcedVerdicts_ThreeGoodInvoices_EndAsTheFaultSays(string fault, int sessionCode, int[] invoiceCodes)
    {
        await using var ksef = await TestKsef.StartAsync(fault);
        var session = await ksef.OpenOnlineAsync(await ksef.LoginAsync());
        for (var sent = 0; sent < invoiceCodes.Length; sent++)
        {
            await session.SendAsync(TestInvoice.Valid());
        }

        await session.CloseAsync();

        (await session.FinalAsync())["status"]!["code"]!.GetValue<int>().ShouldBe(sessionCode);
        (await session.InvoicesAsync()).Select(invoice => invoice!["status"]!["code"]!.GetValue<int>()).ShouldBe(invoiceCodes);
    }

    [Theory]
    [InlineData(FaultNames.ShortRateLimit, HttpStatusCode.TooManyRequests)]
    [InlineData(FaultNames.GatewayHtml, HttpStatusCode.BadGateway)]
    public async Task FirstCallFaults_SecondCall_Passes(string fault, HttpStatusCode first)
    {
        await using var ksef = await TestKsef.StartAsync(fault);
        var token = await ksef.LoginAsync();

        var reply = await ksef.GetAsync("limits/context", token);

        reply.Status.ShouldBe(first);
        reply.Headers.ContainsKey("Retry-After").ShouldBe(first == HttpStatusCode.TooManyRequests);
        (await ksef.GetAsync("limits/context", token)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task RefreshRefused_Refresh_Answers21301()
    {
        await using var ksef = await TestKsef.StartAsync(FaultNames.RefreshRefused);
        using var certificate = TestCertificate.Seal(TestKsef.Nip);
        var tokens = await ksef.RedeemAsync(await ksef.SubmitAsync(certificate));

        (await ksef.PostAsync("auth/token/refresh", null, tokens["refreshToken"]!["token"]!.GetValue<string>())).Code.ShouldBe(21301);
    }

    [Fact]
    public async Task RedeemLost_SecondRedeem_Refused21301()
    {
        await using var ksef = await TestKsef.StartAsync(FaultNames.RedeemLost);
        using var certificate = TestCertificate.Seal(TestKsef.Nip);
        var submitted = await ksef.SubmitAsync(certificate);

        await Should.ThrowAsync<HttpRequestException>(() => ksef.RedeemAsync(submitted));

        (await ksef.PostAsync("auth/token/redeem", null, submitted.Json["authenticationToken"]!["token"]!.GetValue<string>())).Code.ShouldBe(21301);
    }

    [Fact]
    public async Task UpoHashMismatch_FirstDownload_CarriesAWrongHash()
    {
        await using var ksef = await TestKsef.StartAsync(FaultNames.UpoHashMismatch);
        var session = await ksef.OpenOnlineAsync(await ksef.LoginAsync());
        var path = $"sessions/{session.Reference}/invoices/{await session.SendAsync(TestInvoice.Valid())}/upo";

        var first = await ksef.GetAsync(path, session.Token);
        var second = await ksef.GetAsync(path, session.Token);

        first.Headers["x-ms-meta-hash"].ShouldNotBe(TestKsef.Sha256(first.Body));
        second.Headers["x-ms-meta-hash"].ShouldBe(TestKsef.Sha256(second.Body));
    }

    [Fact]
    public async Task Header_OnOneRequest_StrikesOnlyThere()
    {
        await using var ksef = await TestKsef.StartAsync();
        var token = await ksef.LoginAsync();

        (await ksef.CallAsync(HttpMethod.Get, "limits/context", null, token, (FaultSwitchboard.Header, FaultNames.GatewayHtml))).Status.ShouldBe(HttpStatusCode.BadGateway);
        (await ksef.GetAsync("limits/context", token)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task AdminEndpoint_EnableAndClear_TakesEffectAtOnce()
    {
        await using var ksef = await TestKsef.StartAsync();
        var token = await ksef.LoginAsync();

        var enabled = await ksef.PostAsync("/_simulator/faults", new JsonObject { ["rule"] = "html-502:count=all" });
        enabled.Json["active"]!.AsArray().Count.ShouldBe(1);
        (await ksef.GetAsync("limits/context", token)).Status.ShouldBe(HttpStatusCode.BadGateway);
        await ksef.CallAsync(HttpMethod.Delete, "/_simulator/faults");

        (await ksef.GetAsync("limits/context", token)).Status.ShouldBe(HttpStatusCode.OK);
        (await ksef.PostAsync("/_simulator/faults", new JsonObject { ["rule"] = "no-such-fault" })).Code.ShouldBe(21405);
    }

    [Fact]
    public void Probability_SameSeed_StrikesTheSameTrials()
    {
        bool[] Run()
        {
            var rule = FaultRule.Parse("445:count=all,probability=0.4,seed=7");
            return Enumerable.Range(0, 200).Select(_ => rule.Strike("any", DateTimeOffset.UnixEpoch)).ToArray();
        }

        Run().ShouldBe(Run());
        Run().Count(struck => struck).ShouldBeInRange(60, 100);
    }
}
