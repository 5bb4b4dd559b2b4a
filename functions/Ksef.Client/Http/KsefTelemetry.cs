using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Ksef.Client;

/// <summary>Traces and metrics of the client. Tags hold path templates, codes and statuses, never addresses, numbers or secrets.</summary>
public static class KsefTelemetry
{
    /// <summary>Name of the activity source and of the meter.</summary>
    public const string Name = "Ksef.Client";

    internal static readonly ActivitySource Activities = new(Name);
    private static readonly Meter Meter = new(Name);

    private static readonly Histogram<double> Duration =
        Meter.CreateHistogram<double>("ksef.client.call.duration", "s", "Time from sending a call to the end of its answer");

    private static readonly Counter<long> Errors =
        Meter.CreateCounter<long>("ksef.client.errors", "{error}", "Errors by operation and code");

    private static readonly Counter<long> Warnings =
        Meter.CreateCounter<long>("ksef.client.system_warnings", "{warning}", "Warnings that KSeF attached to its answers");

    private static readonly Counter<long> CallsHeldBack =
        Meter.CreateCounter<long>("ksef.client.held_back", "{call}", "Calls that were not made because KSeF's limits leave no room for them now");

    /// <summary>A span around one exchange with KSeF.</summary>
    internal static Activity? Start(KsefCall call, Uri baseAddress) => Activities.StartActivity(call.Operation, ActivityKind.Client)?
        .SetTag("http.request.method", call.Method.Method)
        .SetTag("url.template", call.Template)
        .SetTag("server.address", (call.Address.IsAbsoluteUri ? call.Address : baseAddress).Host);

    internal static void End(Activity span, int? status, Exception? error)
    {
        span.SetTag("http.response.status_code", status);
        if (error is not null)
        {
            span.SetTag("error.type", error.GetType().Name);
            span.SetTag("ksef.error.code", string.Join(',', Codes(error)));
            span.SetTag("ksef.retry_after", RetryAfter(error)?.TotalSeconds);
            span.SetStatus(ActivityStatusCode.Error, error.GetType().Name);
        }
    }

    internal static void Record(KsefCall call, TimeSpan elapsed, int? status, Exception? error)
    {
        Duration.Record(
            elapsed.TotalSeconds,
            new("http.request.method", call.Method.Method),
            new("url.template", call.Template),
            new("http.response.status_code", status),
            new("error.type", error?.GetType().Name));

        foreach (var code in Codes(error))
        {
            Errors.Add(1, new("url.template", call.Template), new("error.type", error!.GetType().Name), new("ksef.error.code", code));
        }
    }

    internal static void HeldBack(KsefCall call) =>
        CallsHeldBack.Add(1, new("http.request.method", call.Method.Method), new KeyValuePair<string, object?>("url.template", call.Template));

    internal static void Record(SystemWarning warning) =>
        Warnings.Add(1, new("ksef.warning.code", warning.Code), new KeyValuePair<string, object?>("ksef.operation", warning.Operation));

    private static TimeSpan? RetryAfter(Exception error) => error switch
    {
        KsefRateLimitException limit => limit.RetryAfter,
        KsefUnavailableException unavailable => unavailable.RetryAfter,
        _ => null,
    };

    private static IEnumerable<int?> Codes(Exception? error) => error switch
    {
        null => [],
        KsefApiException { Errors.Count: > 0 } refused => refused.Errors.Select(one => (int?)one.Code),
        KsefApiException refused => [(int)refused.Status],
        KsefRateLimitException => [429],
        KsefUnavailableException unavailable => [(int?)unavailable.Status],
        _ => [null],
    };
}
