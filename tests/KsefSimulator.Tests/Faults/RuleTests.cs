using System.Net;
using System.Text.Json.Nodes;
using KsefSimulator.Faults;
using KsefSimulator.Tests.Support;

namespace KsefSimulator.Tests.Faults;

/// <summary>How faults are switched: command line, admin endpoint and header, with count, probability, seed and time.</summary>
public sealed class RuleTests
{
    /// <summary>The failures collected from the field, and the faults that stand for them.</summary>
    public static TheoryData<string, string[]> Scenarios() => new()
    {
        { "close answers 500 after commit", [FaultNames.CloseFailsAfterCommit] },
        { "close times out", [FaultNames.CloseHangs] },
        { "202 of a send lost", [FaultNames.SendAnswerLost] },
        { "stuck in 150", [FaultNames.StuckProcessing] },
        { "21173 just after open", [FaultNames.SessionLag] },
        { "405 once", [FaultNames.PartFlake] },
        { "21184", [FaultNames.SessionUnavailable] },
        { "415 after open", [FaultNames.KeyFailureAfterOpen] },
        { "440 of the own session, without extensions, foreign", [FaultNames.DuplicateOfOwnSession, FaultNames.DuplicateWithoutExtensions, FaultNames.ForeignDuplicate] },
        { "21178 delayed and for ever", [FaultNames.UpoDelay, FaultNames.UpoNever] },
        { "21165 delayed", [FaultNames.InvoiceDelay] },
        { "200 with rejections", [FaultNames.SomeRejected] },
        { "445", [FaultNames.AllRejected] },
        { "sessions that close or cancel themselves", [FaultNames.ShortSession] },
        { "429 short, 2680 s, growing", [FaultNames.ShortRateLimit, FaultNames.LongRateLimit, FaultNames.GrowingRateLimit] },
        { "HTML 502 and 503", [FaultNames.GatewayHtml, FaultNames.GatewayUnavailable] },
        { "307 loop", [FaultNames.RedirectLoop] },
        { "refresh answers 400", [FaultNames.RefreshRefused] },
        { "redeem lost", [FaultNames.RedeemLost] },
        { "key rotation, old key valid or gone", [FaultNames.KeyRotated, FaultNames.KeyWithdrawn] },
        { "UPO hash mismatch", [FaultNames.UpoHashMismatch] },
        { "continuation token expired", [FaultNames.ContinuationExpired] },
        { "midnight", [FaultNames.Midnight] },
        { "Latarnia down, false alarm, failure with its end", [FaultNames.LatarniaDown, FaultNames.LatarniaFalseAlarm, FaultNames.LatarniaFailureWindow] },
        { "X-System-Warning", [FaultNames.SystemWarning] },
    };

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Catalogue_FailureOfTheField_IsThereWithBothTextsAndItsIncident(string failure, string[] faults)
    {
        foreach (var name in faults)
        {
            var fault = FaultCatalogue.Find(name).ShouldNotBeNull(failure);
            fault.Effect.ShouldEndWith(".");
            fault.EffectPl.ShouldEndWith(".");
            fault.EffectPl.ShouldNotBe(fault.Effect);
            fault.Incident.Length.ShouldBeGreaterThan(10);
        }
    }

    [Theory]
    [InlineData("no-such-fault")]
    [InlineData("html-502:count=0")]
    [InlineData("html-502:count=99999999999")]
    [InlineData("html-502:probability=1.5")]
    [InlineData("html-502:probability=x")]
    [InlineData("html-502:for=-5s")]
    [InlineData("html-502:for=soon")]
    [InlineData("html-502:count")]
    [InlineData("html-502:colour=red")]
    public async Task Rule_ThatMakesNoSense_IsRefusedEverywhere(string rule)
    {
        Should.Throw<FormatException>(() => FaultRule.Parse(rule));
        KsefSimulator.Hosting.CommandLine.Parse(["--fault", rule]).ExitCode.ShouldBe(2);

        await using var ksef = await TestKsef.StartAsync();
        (await ksef.PostAsync("/_simulator/faults", new JsonObject { ["rule"] = rule })).Code.ShouldBe(21405);
        (await ksef.CallAsync(HttpMethod.Post, "auth/challenge", null, null, (FaultSwitchboard.Header, rule))).Code.ShouldBe(21405);
    }

    [Theory]
    [InlineData("command line")]
    [InlineData("admin endpoint")]
    [InlineData("header")]
    public async Task CountProbabilityAndSeed_HoweverSwitched_StrikeTheSameCalls(string way)
    {
        const string rule = "html-502:count=3,probability=0.5,seed=11";

        async Task<string> RunAsync()
        {
            await using var ksef = await TestKsef.StartAsync(way == "command line" ? KsefSimulator.Hosting.CommandLine.Parse(["--fault", rule]).Options!.Faults.ToArray() : []);
            var token = await ksef.LoginAsync();
            if (way == "admin endpoint")
            {
                await ksef.PostAsync("/_simulator/faults", new JsonObject { ["rule"] = rule });
            }

            var calls = new List<char>();
            for (var call = 0; call < 20; call++)
            {
                (string, string)[] headers = way == "header" ? [(FaultSwitchboard.Header, rule)] : [];
                calls.Add((await ksef.CallAsync(HttpMethod.Get, "limits/context", null, token, headers)).Status == HttpStatusCode.BadGateway ? 'x' : '.');
            }

            return new string(calls.ToArray());
        }

        var first = await RunAsync();
        first.Count(call => call == 'x').ShouldBe(3);
        first.ShouldNotStartWith("xxx");
        (await RunAsync()).ShouldBe(first);
    }

    [Fact]
    public async Task For_OnAFaultWithoutALengthOfItsOwn_EndsItAfterThatTime()
    {
        await using var ksef = await TestKsef.StartAsync("html-503:count=all,for=10m");
        var token = await ksef.LoginAsync();

        (await ksef.GetAsync("limits/context", token)).Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        ksef.Server.Clock.Advance(TimeSpan.FromMinutes(9));
        (await ksef.GetAsync("limits/context", token)).Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        ksef.Server.Clock.Advance(TimeSpan.FromMinutes(1));

        (await ksef.GetAsync("limits/context", token)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Count_OfALastingFault_IsOfSessionsNotOfCalls()
    {
        await using var ksef = await TestKsef.StartAsync($"{FaultNames.SessionLag}:count=1");
        var token = await ksef.LoginAsync();
        var first = await ksef.OpenOnlineAsync(token);
        var second = await ksef.OpenOnlineAsync(token);

        (await first.TrySendAsync(TestInvoice.Valid())).Code.ShouldBe(21173);
        (await first.TrySendAsync(TestInvoice.Valid())).Code.ShouldBe(21173);

        await second.SendAsync(TestInvoice.Valid());
    }

    [Fact]
    public async Task LostAnswer_OfARequestThatIsRefused_DoesNotUseUpTheCount()
    {
        await using var ksef = await TestKsef.StartAsync("send-202-lost:count=1");
        var session = await ksef.OpenOnlineAsync(await ksef.LoginAsync());

        (await session.TrySendAsync(TestInvoice.Valid(), body => body["encryptedInvoiceSize"] = 5)).Code.ShouldBe(21402);
        await Should.ThrowAsync<HttpRequestException>(() => session.TrySendAsync(TestInvoice.Valid()));

        await session.SendAsync(TestInvoice.Valid());
    }

    [Fact]
    public async Task Header_OnOpening_GivesTheSessionItsFaultAndLength()
    {
        await using var ksef = await TestKsef.StartAsync();
        var session = await ksef.OpenOnlineAsync(await ksef.LoginAsync(), headers: (FaultSwitchboard.Header, "stuck-150:for=10m"));
        await session.SendAsync(TestInvoice.Valid());
        await session.CloseAsync();

        (await session.StatusAsync())["status"]!["code"]!.GetValue<int>().ShouldBe(170);
        ksef.Server.Clock.Advance(TimeSpan.FromMinutes(10));

        (await session.StatusAsync())["status"]!["code"]!.GetValue<int>().ShouldBe(200);
    }
}
