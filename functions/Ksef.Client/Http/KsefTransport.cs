using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Ksef.Client;

/// <summary>Sends calls: budget, timeout, one short retry where it does no harm, errors, warnings, traces and metrics.</summary>
internal sealed class KsefTransport(
    IHttpClientFactory clients, IOptions<KsefClientOptions> options, ICallBudget budget, TimeProvider time, ILogger<KsefTransport> logger)
{
    /// <summary>Name of the HTTP client that all calls use.</summary>
    public const string HttpClientName = "Ksef.Client";

    private readonly KsefClientOptions _options = options.Value;

    /// <summary>Sends a call whose answer is JSON.</summary>
    public async Task<T> SendAsync<T>(KsefCall call, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        var response = await SendAsync(call, cancellationToken);
        try
        {
            var body = response.IsJson ? JsonSerializer.Deserialize(response.Body, type) : default;
            return body ?? throw Unreadable(call, response, null);
        }
        catch (JsonException exception)
        {
            throw Unreadable(call, response, exception);
        }
    }

    /// <summary>Sends a call and returns its answer, which is a success.</summary>
    public async Task<KsefResponse> SendAsync(KsefCall call, CancellationToken cancellationToken)
    {
        try
        {
            return await SendOnceAsync(call, cancellationToken);
        }
        catch (KsefUnavailableException exception) when (call.IsIdempotent && exception.IsBrief)
        {
            Log.Retrying(logger, call.Operation, exception.Message);
            await Task.Delay(_options.RetryDelay, time, cancellationToken);
            return await SendOnceAsync(call, cancellationToken);
        }
    }

    private async Task<KsefResponse> SendOnceAsync(KsefCall call, CancellationToken cancellationToken)
    {
        await ReserveAsync(call, cancellationToken);
        try
        {
            return await MeasureAsync(call, cancellationToken);
        }
        catch (KsefRateLimitException limit) when (call.Context is not null)
        {
            await budget.BlockAsync(call.Context, call.Operation, limit.RetryAfter, cancellationToken);
            throw;
        }
    }

    private async Task ReserveAsync(KsefCall call, CancellationToken cancellationToken)
    {
        if (call.Context is null)
        {
            return;
        }

        try
        {
            await budget.ReserveAsync(call.Context, call.Operation, cancellationToken);
        }
        catch (KsefRateLimitException)
        {
            KsefTelemetry.HeldBack(call);
            throw;
        }
    }

    private async Task<KsefResponse> MeasureAsync(KsefCall call, CancellationToken cancellationToken)
    {
        using var span = KsefTelemetry.Start(call, _options.Environment.BaseAddress);
        var started = time.GetTimestamp();
        KsefResponse? response = null;
        Exception? error = null;
        try
        {
            response = await ExchangeAsync(call, cancellationToken);
            return response.IsSuccess ? response : throw KsefErrorReader.Read(call, response);
        }
        catch (Exception exception)
        {
            error = exception;
            throw;
        }
        finally
        {
            var status = response is null ? null : (int?)response.Status;
            if (span is not null)
            {
                KsefTelemetry.End(span, status, error);
            }

            KsefTelemetry.Record(call, time.GetElapsedTime(started), status, error);
        }
    }

    private async Task<KsefResponse> ExchangeAsync(KsefCall call, CancellationToken cancellationToken)
    {
        var limit = call.Timeout ?? _options.CallTimeout;
        using var timeout = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            using var client = clients.CreateClient(HttpClientName);
            using var request = call.ToRequest(_options.Environment.BaseAddress);
            using var message = await client.SendAsync(request, HttpCompletionOption.ResponseContentRead, either.Token);
            ReportWarnings(call, message);
            return await KsefResponseReader.ReadAsync(message, time, either.Token);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new KsefUnavailableException(call.Operation, $"no answer within {limit.TotalSeconds:0} s.", innerException: exception);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            throw new KsefUnavailableException(call.Operation, "the connection failed.", isBrief: true, innerException: exception);
        }
    }

    private void ReportWarnings(KsefCall call, HttpResponseMessage message)
    {
        if (!message.Headers.TryGetValues(SystemWarningHeader.Name, out var values))
        {
            return;
        }

        foreach (var warning in values.SelectMany(value => SystemWarningHeader.Read(value, call.Operation)))
        {
            Log.SystemWarning(logger, warning.Code, warning.Operation, warning.Message);
            KsefTelemetry.Record(warning);
            _options.OnSystemWarning?.Invoke(warning);
        }
    }

    private static KsefUnavailableException Unreadable(KsefCall call, KsefResponse response, Exception? cause) =>
        new(call.Operation, "the body of the answer cannot be read.", response.Status, innerException: cause);
}
