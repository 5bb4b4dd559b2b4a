using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using KsefSimulator.Settings;
using KsefSimulator.Tests.Contract;
using KsefSimulator.Tests.Support;

namespace KsefSimulator.Tests.Limits;

/// <summary>Every operation against the limits that the contract publishes for it, on a clock that stands still between calls.</summary>
public sealed class PublishedLimitTests
{
    // Longer than every window and every penalty.
    private static readonly TimeSpan Rest = TimeSpan.FromHours(3);

    [Fact]
    public async Task Production_EveryOperation_AllowsWhatIsPublishedAndNotOneMore()
    {
        await using var ksef = await StartAsync(SpecLevel.V26);
        var token = await ksef.LoginAsync();
        var wrong = new List<string>();
        var measured = 0;
        foreach (var operation in new OpenApi().Operations.Where(operation => operation.IsCovered))
        {
            measured++;
            var limits = operation.Declared["x-rate-limits"]!;
            var perSecond = limits["perSecond"]!.GetValue<int>();
            await ExpectAsync(perSecond, TimeSpan.Zero);
            if (limits["perMinute"]?.GetValue<int>() is { } perMinute && limits["perHour"]?.GetValue<int>() is { } perHour)
            {
                await ExpectAsync(perMinute, (TimeSpan.FromSeconds(1) / perSecond) + TimeSpan.FromMilliseconds(1));
                await ExpectAsync(perHour, (TimeSpan.FromMinutes(1) / perMinute) + TimeSpan.FromMilliseconds(1));
            }

            async Task ExpectAsync(int limit, TimeSpan pace)
            {
                ksef.Server.Clock.Advance(Rest);
                var allowed = await AllowedAsync(ksef, operation, token, pace, limit + 1);
                if (allowed != limit)
                {
                    wrong.Add($"{operation} allowed {allowed} instead of {limit}");
                }
            }
        }

        wrong.ShouldBeEmpty();
        measured.ShouldBe(58);
    }

    [Theory]
    [InlineData(SpecLevel.V26, HttpStatusCode.TooManyRequests)]
    [InlineData(SpecLevel.V28, HttpStatusCode.BadRequest)]
    public async Task Close_AfterTenOpensInASecond_IsLimitedWithThemUntilSpec28(SpecLevel level, HttpStatusCode expected)
    {
        await using var ksef = await StartAsync(level);
        var token = await ksef.LoginAsync();
        for (var opened = 0; opened < 10; opened++)
        {
            (await ksef.PostAsync("sessions/online", new JsonObject(), token)).Status.ShouldBe(HttpStatusCode.BadRequest);
        }

        (await ksef.PostAsync("sessions/online", new JsonObject(), token)).Status.ShouldBe(HttpStatusCode.TooManyRequests);

        (await ksef.PostAsync("sessions/online/20260101-SO-0000000000-0000000000-00/close", null, token)).Status.ShouldBe(expected);
    }

    [Theory]
    [InlineData(SpecLevel.V26, null)]
    [InlineData(SpecLevel.V28, 20)]
    public async Task RateLimits_Shown_TellTheClosingGroupsFromSpec28(SpecLevel level, int? perSecond)
    {
        await using var ksef = await StartAsync(level);

        var shown = (await ksef.GetAsync("rate-limits", await ksef.LoginAsync())).Json;

        new[] { "onlineSessionClose", "batchSessionClose" }.Select(group => (int?)shown[group]?["perSecond"]).ShouldAllBe(shownLimit => shownLimit == perSecond);
    }

    [Fact]
    public async Task SameContext_FromAnotherAddress_HasItsOwnWindow()
    {
        await using var ksef = await StartAsync(SpecLevel.V26);
        var token = await ksef.LoginAsync();
        for (var call = 0; call < 10; call++)
        {
            await ksef.GetAsync("limits/context", token);
        }

        (await ksef.GetAsync("limits/context", token)).Status.ShouldBe(HttpStatusCode.TooManyRequests);

        using var elsewhere = new HttpClient(TestKsef.From(IPAddress.Parse("127.0.0.2")));
        elsewhere.DefaultRequestHeaders.Authorization = new("Bearer", token);
        (await elsewhere.GetAsync(new Uri(ksef.Server.BaseAddress, "limits/context"))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Blocked_CallAgainTooSoon_WaitsLongerEachTimeAndSaysSoInRetryAfter()
    {
        await using var ksef = await StartAsync(SpecLevel.V26);
        var token = await ksef.LoginAsync();
        var waits = new List<int>();
        for (var round = 0; round < 3; round++)
        {
            while ((await ksef.GetAsync("limits/context", token)) is var reply)
            {
                if (reply.Status == HttpStatusCode.TooManyRequests)
                {
                    waits.Add(int.Parse(reply.Headers["Retry-After"], CultureInfo.InvariantCulture));
                    break;
                }
            }

            ksef.Server.Clock.Advance(TimeSpan.FromSeconds(waits[^1]));
        }

        // The third is of the minute: its wait is longer by itself, and four times that.
        waits[..2].ShouldBe([1, 2]);
        waits[2].ShouldBeGreaterThan(4 * 50);
    }

    private static async Task<int> AllowedAsync(TestKsef ksef, Operation operation, string token, TimeSpan pace, int calls)
    {
        // Without a token the window is the address's: logging out with it would end the test.
        var bearer = operation.Declared["responses"]!["401"] is null || operation.Path == "/auth/sessions/current" ? null : token;
        for (var call = 0; call < calls; call++)
        {
            var reply = await ksef.CallAsync(new HttpMethod(operation.Method), operation.SamplePath, operation.Method == "POST" ? new JsonObject() : null, bearer);
            if (reply.Status == HttpStatusCode.TooManyRequests)
            {
                return call;
            }

            ksef.Server.Clock.Advance(pace);
        }

        return calls;
    }

    private static Task<TestKsef> StartAsync(SpecLevel level) => TestKsef.StartAsync(new SimulatorOptions
    {
        ProcessingDelay = TimeSpan.Zero,
        RateLimits = RateLimitProfile.Production,
        SpecLevel = level,
        AccessTokenLifetime = TimeSpan.FromDays(1000),
        Time = new StandingTime(),
    });

    private sealed class StandingTime : TimeProvider
    {
        private readonly DateTimeOffset _start = System.GetUtcNow();

        public override DateTimeOffset GetUtcNow() => _start;
    }
}
