using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Net;

namespace Ksef.Client.Tests;

public sealed class LimitMeterTests
{
    private const string RateLimits = """{"other":{"perSecond":10,"perMinute":50,"perHour":500},"onlineSession":{"perSecond":1,"perMinute":2,"perHour":3}}""";

    [Fact]
    public async Task Read_AfterCalls_TellsWhatIsLeftInEachWindow()
    {
        await using var client = Client();
        await CallAsync(client, times: 3);

        client.LimitMeter.Read().ShouldBe([Use(client, LimitWindow.Minute, 30, 27), Use(client, LimitWindow.Hour, 120, 117)]);

        client.Time.Advance(TimeSpan.FromSeconds(61));
        client.LimitMeter.Read().ShouldBe([Use(client, LimitWindow.Minute, 30, 30), Use(client, LimitWindow.Hour, 120, 117)]);

        client.Time.Advance(TimeSpan.FromHours(1));
        client.LimitMeter.Read().ShouldBeEmpty();
    }

    [Fact]
    public async Task Read_KsefDemandsAWait_NothingIsLeftUntilItIsOver()
    {
        await using var client = Client();
        await CallAsync(client, times: 1);
        client.Ksef.On("GET limits/context", _ => Answers.TooManyRequests("{}", "90"));

        await Should.ThrowAsync<KsefRateLimitException>(() => client.Context.Limits.GetAsync(default));

        client.LimitMeter.Read().Select(use => use.Left).ShouldBe([0, 0]);
        client.Time.Advance(TimeSpan.FromSeconds(90));
        client.LimitMeter.Read().Select(use => use.Left).ShouldBe([30, 119], "what KSeF turned away does not count");
    }

    [Fact]
    public async Task Read_ManyContexts_ThoseWithTheLeastLeftAreReported()
    {
        await using var client = Client();
        foreach (var number in Enumerable.Range(1, 60))
        {
            await client.Contexts.For(ContextIdentifier.Nip($"{number:D10}")).Limits.GetAsync(default);
        }

        await CallAsync(client, times: 2);

        var reported = client.LimitMeter.Read().Select(use => use.Context).Distinct().ToList();
        reported.Count.ShouldBe(50);
        reported.ShouldContain(client.Context.Identifier);
    }

    [Fact]
    public async Task Read_SeveralProcessesOfALogin_CallsWithoutAContextCountNowhere()
    {
        await using var client = Client();

        await client.Context.AuthenticateAsync(default);

        client.LimitMeter.Read().ShouldBeEmpty();
    }

    [Fact]
    public async Task ReadDue_ContextInUse_IsAskedOnceADayForItsOwnLimits()
    {
        await using var client = Client();
        client.Ksef.On("GET rate-limits", _ => Answers.Json(RateLimits));
        await CallAsync(client, times: 1);

        await client.LimitReader.ReadDueAsync(default);
        await client.LimitReader.ReadDueAsync(default);

        client.Ksef.Count("GET rate-limits").ShouldBe(1);
        client.LimitMeter.Read().ShouldBe([Use(client, LimitWindow.Minute, 50, 48), Use(client, LimitWindow.Hour, 500, 498)]);
        client.Time.Advance(TimeSpan.FromDays(1));
        await client.LimitReader.ReadDueAsync(default);
        client.Ksef.Count("GET rate-limits").ShouldBe(1, "nothing was called for an hour");
        await CallAsync(client, times: 1);
        await client.LimitReader.ReadDueAsync(default);
        client.Ksef.Count("GET rate-limits").ShouldBe(2);
    }

    [Fact]
    public async Task ReadDue_Refused_KeepsThePublishedLimitsUntilTomorrow()
    {
        await using var client = Client();
        client.Ksef.On("GET rate-limits", _ => Answers.Problem("{}", HttpStatusCode.Forbidden));
        await CallAsync(client, times: 1);

        await client.LimitReader.ReadDueAsync(default);
        await client.LimitReader.ReadDueAsync(default);

        client.Ksef.Count("GET rate-limits").ShouldBe(1);
        client.LimitMeter.Read().Select(use => use.Max).ShouldBe([30, 120]);
        client.Log.Lines.ShouldContain(line => line.Contains("published ones"));
    }

    [Fact]
    public async Task Gauges_InUse_ReportLeftAndMaxByContextGroupAndWindow()
    {
        const string Nip = "1010101010";
        var measured = new ConcurrentQueue<string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, meters) =>
            {
                if (instrument.Name.StartsWith("ksef.limit.", StringComparison.Ordinal))
                {
                    meters.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) =>
        {
            if (tags[0].Value as string == Nip)
            {
                measured.Enqueue($"{instrument.Name} {string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))}: {value}");
            }
        });
        listener.Start();
        await using var client = Client();
        await client.Contexts.For(ContextIdentifier.Nip(Nip)).Limits.GetAsync(default);

        listener.RecordObservableInstruments();

        measured.ShouldBe(
            [
                $"ksef.limit.left ksef.context={Nip} ksef.limit.group=other ksef.limit.window=minute: 29",
                $"ksef.limit.left ksef.context={Nip} ksef.limit.group=other ksef.limit.window=hour: 119",
                $"ksef.limit.max ksef.context={Nip} ksef.limit.group=other ksef.limit.window=minute: 30",
                $"ksef.limit.max ksef.context={Nip} ksef.limit.group=other ksef.limit.window=hour: 120",
            ],
            ignoreOrder: true);
    }

    private static TestClient Client()
    {
        var client = new TestClient();
        client.Ksef.On("GET limits/context", _ => Answers.Json("{}"));
        return client;
    }

    private static async Task CallAsync(TestClient client, int times)
    {
        for (var call = 0; call < times; call++)
        {
            await client.Context.Limits.GetAsync(default);
        }
    }

    private static LimitUse Use(TestClient client, LimitWindow window, int max, int left) => new(client.Context.Identifier, "other", window, max, left);
}
