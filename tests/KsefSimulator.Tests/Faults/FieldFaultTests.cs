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
    public void Catalogue_EveryName_IsUniqueAndExplained()
    {
        FaultCatalogue.All.Select(fault => fault.Name).Distinct().Count().ShouldBe(FaultCatalogue.All.Count);
        FaultCatalogue.All.ShouldAllBe(fault => fault.Effect.Length > 10 && fault.Incident.Length > 3);
    }
}
