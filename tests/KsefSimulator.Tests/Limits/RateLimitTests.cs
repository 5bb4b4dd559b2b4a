using System.Net;
using System.Text.Json.Nodes;
using KsefSimulator.Limits;
using KsefSimulator.Settings;
using KsefSimulator.Tests.Support;

namespace KsefSimulator.Tests.Limits;

public sealed class RateLimitTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Window_MoreThanASecondAllows_BlocksUntilTheSecondHasPassed()
    {
        var window = new SlidingWindow();
        var limits = new RateLimitValues(2, 100, 1000);

        window.TryTake(limits, Start).ShouldBeNull();
        window.TryTake(limits, Start.AddMilliseconds(600)).ShouldBeNull();
        window.TryTake(limits, Start.AddMilliseconds(700))!.Reason.ShouldBe("Przekroczono limit 2 żądań na sekundę.");

        window.TryTake(limits, Start.AddMilliseconds(1800)).ShouldBeNull();
    }

    [Fact]
    public void Window_SlidesAndIsNotAlignedToTheClock()
    {
        var window = new SlidingWindow();
        var limits = new RateLimitValues(100, 3, 1000);
        var late = Start.AddSeconds(59);
        for (var taken = 0; taken < 3; taken++)
        {
            window.TryTake(limits, late).ShouldBeNull();
        }

        // A new minute by the clock, but only two seconds later.
        window.TryTake(limits, Start.AddSeconds(61)).ShouldNotBeNull();
    }

    [Fact]
    public void Window_RepeatedViolations_BlockLongerEachTime()
    {
        var window = new SlidingWindow();
        var limits = new RateLimitValues(1, 1000, 10_000);
        var now = Start;
        var blocks = new List<double>();
        for (var round = 0; round < 4; round++)
        {
            window.TryTake(limits, now).ShouldBeNull();
            var block = window.TryTake(limits, now)!;
            blocks.Add(block.RetryAfter.TotalSeconds);
            now += block.RetryAfter;
        }

        blocks.ShouldBe([1, 2, 4, 8]);
    }

    [Fact]
    public async Task Production_EleventhOpenInASecond_Answers429WithRetryAfter()
    {
        await using var ksef = await TestKsef.StartAsync(new SimulatorOptions { ProcessingDelay = TimeSpan.Zero, RateLimits = RateLimitProfile.Production });
        var token = await ksef.LoginAsync();
        var other = await ksef.LoginAsync(TestKsef.OtherNip);

        var replies = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => ksef.GetAsync("limits/context", token)));

        var refused = replies.First(reply => reply.Status == HttpStatusCode.TooManyRequests);
        int.Parse(refused.Headers["Retry-After"], System.Globalization.CultureInfo.InvariantCulture).ShouldBeGreaterThan(0);
        refused.Json["title"]!.GetValue<string>().ShouldBe("Too Many Requests");
        (await ksef.GetAsync("limits/context", other)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(SpecLevel.V26, false)]
    [InlineData(SpecLevel.V28, true)]
    public void Published_CloseCountsWithOpen_UntilSpec28(SpecLevel level, bool hasOwn)
    {
        var limits = ApiRateLimits.Published(level);

        (limits.Counted(RateLimitGroup.OnlineSessionClose) == RateLimitGroup.OnlineSessionClose).ShouldBe(hasOwn);
        limits.Of(RateLimitGroup.BatchSessionClose).PerHour.ShouldBe(hasOwn ? 120 : 60);
    }

    [Theory]
    [InlineData(SpecLevel.V26, null)]
    [InlineData(SpecLevel.V28, 120)]
    public async Task RateLimits_CollectiveIdentifiers_AreShownSinceTheyExist(SpecLevel level, int? perHour)
    {
        await using var ksef = await TestKsef.StartAsync(new SimulatorOptions { ProcessingDelay = TimeSpan.Zero, SpecLevel = level });

        var shown = (await ksef.GetAsync("rate-limits", await ksef.LoginAsync())).Json["collectiveIdentifier"];

        (shown?["perHour"]?.GetValue<int>()).ShouldBe(perHour);
    }

    [Fact]
    public async Task TestData_LimitsOfAContext_AreEnforcedThoughTheProfileIsOff()
    {
        await using var ksef = await TestKsef.StartAsync();
        var token = await ksef.LoginAsync();
        var limits = (await ksef.GetAsync("rate-limits", token)).Json;
        limits["other"]!["perSecond"] = 1;
        (await ksef.PostAsync("testdata/rate-limits", new JsonObject { ["rateLimits"] = limits.DeepClone() }, token)).Status.ShouldBe(HttpStatusCode.OK);

        (await ksef.GetAsync("rate-limits", token)).Json["other"]!["perSecond"]!.GetValue<int>().ShouldBe(1);
        var replies = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => ksef.GetAsync("limits/context", token)));
        replies.Count(reply => reply.Status == HttpStatusCode.OK).ShouldBeGreaterThan(0);
        replies.Count(reply => reply.Status == HttpStatusCode.TooManyRequests).ShouldBeGreaterThan(0);

        limits["other"]!["perSecond"] = 0;
        ksef.Server.Clock.Advance(TimeSpan.FromMinutes(1));
        (await ksef.PostAsync("testdata/rate-limits", new JsonObject { ["rateLimits"] = limits.DeepClone() }, token)).Code.ShouldBe(21405);
    }
}
