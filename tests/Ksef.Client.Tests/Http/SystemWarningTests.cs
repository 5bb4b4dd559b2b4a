using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Ksef.Client.Tests;

public sealed class SystemWarningTests
{
    private const string Route = "GET limits/context";

    [Fact]
    public async Task Call_WarningsInTheAnswer_ReachCallbackLogAndMetric()
    {
        List<SystemWarning> warnings = [];
        ConcurrentBag<string?> counted = [];
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, one) =>
        {
            if (instrument.Name == "ksef.client.system_warnings")
            {
                one.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((_, _, tags, _) => counted.Add(tags.ToArray().Single(tag => tag.Key == "ksef.warning.code").Value as string));
        listener.Start();
        await using var client = new TestClient(options => options.OnSystemWarning = warnings.Add);
        client.Ksef.On(Route, _ => Warning("[sig-test-1]: Signature will be refused | [xml-test-2]: Other"));

        await client.Context.Limits.GetAsync(default);

        warnings.ShouldBe(
        [
            new SystemWarning("sig-test-1", "Signature will be refused", Route),
            new SystemWarning("xml-test-2", "Other", Route),
        ]);
        client.Log.Lines.ShouldContain(line => line.StartsWith("Warning 2001") && line.Contains("sig-test-1"));
        counted.ShouldContain("sig-test-1");
        counted.ShouldContain("xml-test-2");
    }

    [Fact]
    public async Task Call_WarningOfAnotherForm_IsReportedWhole()
    {
        List<SystemWarning> warnings = [];
        await using var client = new TestClient(options => options.OnSystemWarning = warnings.Add);
        client.Ksef.On(Route, _ => Warning("something new"));

        await client.Context.Limits.GetAsync(default);

        warnings.ShouldBe([new SystemWarning(string.Empty, "something new", Route)]);
    }

    private static HttpResponseMessage Warning(string value)
    {
        var answer = Answers.Json("{}");
        answer.Headers.TryAddWithoutValidation("X-System-Warning", value);
        return answer;
    }
}
