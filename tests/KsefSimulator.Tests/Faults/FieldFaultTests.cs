using System.Net;
using System.Text.Json.Nodes;
using KsefSimulator.Faults;
using KsefSimulator.Tests.Support;

namespace KsefSimulator.Tests.Faults;

/// <summary>The rarer faults of the field.</summary>
public sealed class FieldFaultTests
{
    [Fact]
    public async Task Upo_Delayed_IsFoundAfterTheDelay()
    {
        await using var ksef = await TestKsef.StartAsync(FaultNames.UpoDelay);
        var session = await ksef.OpenOnlineAsync(await ksef.LoginAsync());
        var path = $"sessions/{session.Reference}/invoices/{await session.SendAsync(TestInvoice.Valid())}/upo";

        (await ksef.GetAsync(path, session.Token)).Code.ShouldBe(21178);
        ksef.Server.Clock.Advance(TimeSpan.FromSeconds(11));

        (await ksef.GetAsync(path, session.Token)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task InvoiceDelayed_Download_Answers21165AtFirst()
    {
        await using var ksef = await TestKsef.StartAsync(FaultNames.InvoiceDelay);
        var session = await ksef.OpenOnlineAsync(await ksef.LoginAsync());
        await session.SendAsync(TestInvoice.Valid());
        var path = $"invoices/ksef/{(await session.InvoicesAsync())[0]!["ksefNumber"]}";

        (await ksef.GetAsync(path, session.Token)).Code.ShouldBe(21165);
        ksef.Server.Clock.Advance(TimeSpan.FromSeconds(11));

        (await ksef.GetAsync(path, session.Token)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task KeyWithdrawn_OpenWithTheOldIdentifier_Refused21470AndTheNewKeyWorks()
    {
        await using var ksef = await TestKsef.StartAsync(FaultNames.KeyWithdrawn);
        var token = await ksef.LoginAsync();
        var old = await ksef.SessionKeyAsync();

        (await ksef.PostAsync("sessions/online", new JsonObject { ["formCode"] = TestKsef.FormCode(), ["encryption"] = old.ToJson() }, token)).Code.ShouldBe(21470);

        await (await ksef.OpenOnlineAsync(token)).SendAsync(TestInvoice.Valid());
    }

    [Fact]
    public async Task KeyRotated_OpenWithTheOldKey_StillWorks()
    {
        await using var ksef = await TestKsef.StartAsync(FaultNames.KeyRotated);
        var before = await ksef.SessionKeyAsync();

        var session = await ksef.OpenOnlineAsync(await ksef.LoginAsync());

        (await session.VerdictAsync(TestInvoice.Valid()))["code"]!.GetValue<int>().ShouldBe(200);
        (await ksef.GetAsync("security/public-key-certificates")).Text.ShouldContain(before.PublicKeyId);
        (await ksef.GetAsync("security/public-key-certificates")).Json.AsArray().Count.ShouldBe(3);
    }

    [Fact]
    public async Task Midnight_InvoiceOfToday_TurnsOffline()
    {
        await using var ksef = await TestKsef.StartAsync(FaultNames.Midnight);
        var session = await ksef.OpenOnlineAsync(await ksef.LoginAsync());

        await session.SendAsync(TestInvoice.Valid());

        (await session.InvoicesAsync())[0]!["invoicingMode"]!.GetValue<string>().ShouldBe("Offline");
    }

    [Fact]
    public async Task ShortSession_AfterAMinute_HasClosedItself()
    {
        await using var ksef = await TestKsef.StartAsync(FaultNames.ShortSession);
        var session = await ksef.OpenOnlineAsync(await ksef.LoginAsync());
        await session.SendAsync(TestInvoice.Valid());

        ksef.Server.Clock.Advance(TimeSpan.FromMinutes(1));

        (await session.TrySendAsync(TestInvoice.Valid())).Code.ShouldBe(21180);
        (await session.StatusAsync())["status"]!["code"]!.GetValue<int>().ShouldBe(200);
    }

    [Fact]
    public async Task RedirectLoop_Call_PointsAtItself()
    {
        await using var ksef = await TestKsef.StartAsync(FaultNames.RedirectLoop);
        var token = await ksef.LoginAsync();

        var reply = await ksef.GetAsync("limits/context", token);

        reply.Status.ShouldBe(HttpStatusCode.TemporaryRedirect);
        reply.Headers["Location"].ShouldBe("/v2/limits/context");
    }

    [Fact]
    public async Task GrowingRateLimit_RepeatedCalls_WaitLongerEachTime()
    {
        await using var ksef = await TestKsef.StartAsync(FaultNames.GrowingRateLimit);
        var token = await ksef.LoginAsync();
        var waits = new List<string>();
        for (var call = 0; call < 3; call++)
        {
            waits.Add((await ksef.GetAsync("limits/context", token)).Headers["Retry-After"]);
        }

        waits.ShouldBe(["1", "2", "4"]);
        (await ksef.GetAsync("limits/context", token)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Latarnia_FailureAnnounced_EndsWithANewVersion()
    {
        await using var ksef = await TestKsef.StartAsync($"{FaultNames.LatarniaFailureWindow}:for=5m");

        (await ksef.GetAsync("/latarnia/status")).Json["status"]!.GetValue<string>().ShouldBe("FAILURE");
        ksef.Server.Clock.Advance(TimeSpan.FromMinutes(5));

        var message = (await ksef.GetAsync("/latarnia/messages")).Json[0]!;
        (message["type"]!.GetValue<string>(), message["version"]!.GetValue<int>()).ShouldBe(("FAILURE_END", 2));
        (await ksef.GetAsync("/latarnia/status")).Json["status"]!.GetValue<string>().ShouldBe("AVAILABLE");
    }

    [Theory]
    [InlineData("/status")]
    [InlineData("/messages")]
    public async Task Latarnia_AskedAtTheRoot_AnswersAsUnderItsOwnPath(string path)
    {
        await using var ksef = await TestKsef.StartAsync();

        (await ksef.GetAsync(path)).Text.ShouldBe((await ksef.GetAsync("/latarnia" + path)).Text);
    }

    [Fact]
    public async Task SystemWarning_AskedForOrFault_IsOnTheAnswer()
    {
        await using var ksef = await TestKsef.StartAsync(FaultNames.SystemWarning);

        (await ksef.PostAsync("auth/challenge")).Headers["X-System-Warning"].ShouldBe("xml-002");
        (await ksef.CallAsync(HttpMethod.Post, "auth/challenge", null, null, ("X-Test-System-Warning", "sig-001"))).Headers["X-System-Warning"].ShouldBe("sig-001");
    }

    [Fact]
    public async Task SessionUnavailable_FirstSend_Answers21184AndANewSessionTakesIt()
    {
        await using var ksef = await TestKsef.StartAsync($"{FaultNames.SessionUnavailable}:count=all");
        var token = await ksef.LoginAsync();
        var session = await ksef.OpenOnlineAsync(token);

        var refused = await session.TrySendAsync(TestInvoice.Valid());

        (refused.Status, refused.Code).ShouldBe((HttpStatusCode.BadRequest, 21184));
        (await session.InvoicesAsync()).ShouldBeEmpty();
        ksef.Server.Faults.Clear();
        await (await ksef.OpenOnlineAsync(token)).SendAsync(TestInvoice.Valid());
    }

    [Fact]
    public async Task UpoNever_AcceptedInvoice_HasNoUpoEvenDaysLater()
    {
        await using var ksef = await TestKsef.StartAsync(FaultNames.UpoNever);
        var session = await ksef.OpenOnlineAsync(await ksef.LoginAsync());
        var path = $"sessions/{session.Reference}/invoices/{await session.SendAsync(TestInvoice.Valid())}/upo";

        (await ksef.GetAsync(path, session.Token)).Code.ShouldBe(21178);
        ksef.Server.Clock.Advance(TimeSpan.FromDays(3));

        (await ksef.GetAsync(path, await ksef.LoginAsync())).Code.ShouldBe(21178);
    }

    [Fact]
    public async Task ContinuationExpired_SecondPage_IsRefusedOnce()
    {
        await using var ksef = await TestKsef.StartAsync(FaultNames.ContinuationExpired);
        var session = await ksef.OpenOnlineAsync(await ksef.LoginAsync());
        for (var sent = 0; sent < 11; sent++)
        {
            await session.SendAsync(TestInvoice.Valid());
        }

        var path = $"sessions/{session.Reference}/invoices?pageSize=10";
        var header = ("x-continuation-token", (await ksef.GetAsync(path, session.Token)).Json["continuationToken"]!.GetValue<string>());

        (await ksef.CallAsync(HttpMethod.Get, path, null, session.Token, header)).Code.ShouldBe(21418);
        (await ksef.CallAsync(HttpMethod.Get, path, null, session.Token, header)).Json["invoices"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task LongRateLimit_FirstCall_MustWait2680Seconds()
    {
        await using var ksef = await TestKsef.StartAsync(FaultNames.LongRateLimit);
        var token = await ksef.LoginAsync();

        var refused = await ksef.GetAsync("limits/context", token);

        (refused.Status, refused.Headers["Retry-After"]).ShouldBe((HttpStatusCode.TooManyRequests, "2680"));
        (await ksef.GetAsync("limits/context", token)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(FaultNames.GatewayHtml, HttpStatusCode.BadGateway)]
    [InlineData(FaultNames.GatewayUnavailable, HttpStatusCode.ServiceUnavailable)]
    public async Task Gateway_FirstCall_AnswersHtml(string fault, HttpStatusCode status)
    {
        await using var ksef = await TestKsef.StartAsync(fault);

        var reply = await ksef.GetAsync("limits/context", await ksef.LoginAsync());

        reply.Status.ShouldBe(status);
        reply.Text.ShouldStartWith("<html>");
    }

    [Fact]
    public async Task Latarnia_DownOrWrong_WhileKsefWorks()
    {
        await using var ksef = await TestKsef.StartAsync(FaultNames.LatarniaDown);
        (await ksef.GetAsync("/latarnia/status")).Status.ShouldBe(HttpStatusCode.GatewayTimeout);
        ksef.Server.Faults.Clear();
        ksef.Server.Faults.Enable(FaultNames.LatarniaFalseAlarm);

        (await ksef.GetAsync("/latarnia/status")).Json["status"]!.GetValue<string>().ShouldBe("TOTAL_FAILURE");
        await (await ksef.OpenOnlineAsync(await ksef.LoginAsync())).SendAsync(TestInvoice.Valid());
    }

    [Fact]
    public async Task ShortSession_OfAPackage_IsCancelled()
    {
        await using var ksef = await TestKsef.StartAsync(FaultNames.ShortSession);
        var package = await TestPackage.CreateAsync(ksef, await ksef.LoginAsync(), SampleInvoices.SampleArchive.Zip([("a.xml", TestInvoice.Valid())]));
        var (session, uploads) = await package.OpenAsync();
        await package.UploadAsync(uploads[0]!, package.Encrypted[0]);

        ksef.Server.Clock.Advance(TimeSpan.FromMinutes(1));

        (await session.StatusAsync())["status"]!["code"]!.GetValue<int>().ShouldBe(440);
        (await session.CloseAsync("batch")).Code.ShouldBe(21208);
    }

    [Fact]
    public void Catalogue_EveryName_IsUniqueAndExplained()
    {
        FaultCatalogue.All.Select(fault => fault.Name).Distinct().Count().ShouldBe(FaultCatalogue.All.Count);
        FaultCatalogue.All.ShouldAllBe(fault => fault.Effect.Length > 10 && fault.EffectPl.Length > 10 && fault.Incident.Length > 3);
    }
}
