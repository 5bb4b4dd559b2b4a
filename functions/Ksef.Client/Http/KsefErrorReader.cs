using System.Globalization;
using System.Net;
using System.Text.Json;

namespace Ksef.Client;

/// <summary>Turns an answer that is no success into the exception that says how to handle it.</summary>
internal static class KsefErrorReader
{
    /// <summary>What to wait after a 429 that names no time: the longest of the sliding windows below an hour.</summary>
    private static readonly TimeSpan UnknownRetryAfter = TimeSpan.FromMinutes(1);

    public static KsefException Read(KsefCall call, KsefResponse response)
    {
        var status = (int)response.Status;
        return status switch
        {
            429 => new KsefRateLimitException(call.Operation, response.RetryAfter ?? RetryAfterText.Find(response.Body) ?? UnknownRetryAfter),
            >= 500 or 408 => Unavailable(call, response, isBrief: response.RetryAfter is null),
            >= 400 when call.IsStorage && response.StorageError is { } code =>
                new KsefApiException(call.Operation, response.Status, [new KsefApiError(0, code, [])]),
            >= 400 when response.IsJson && TryReadBody(response.Body) is { } body => Refusal(call, response.Status, body),
            // Some servers answer a missing or expired token with an empty body.
            401 when response.Body.Length == 0 => new KsefApiException(call.Operation, response.Status, []),
            _ => Unavailable(call, response, isBrief: false),
        };
    }

    private static KsefUnavailableException Unavailable(KsefCall call, KsefResponse response, bool isBrief)
    {
        var body = response.IsJson ? "JSON" : response.MediaType ?? "no media type";
        return new KsefUnavailableException(
            call.Operation,
            string.Create(CultureInfo.InvariantCulture, $"HTTP {(int)response.Status} with {body}, not an answer of the API."),
            response.Status,
            isBrief)
        {
            RetryAfter = response.RetryAfter,
        };
    }

    private static KsefApiException Refusal(KsefCall call, HttpStatusCode status, ErrorBody body) =>
        new(call.Operation, status, Errors(body), NullIfEmpty(body.ReasonCode), NullIfEmpty(body.TraceId) ?? NullIfEmpty(body.Exception?.ServiceCode));

    private static IReadOnlyList<KsefApiError> Errors(ErrorBody body)
    {
        if (body.Errors is { Count: > 0 } errors)
        {
            return [.. errors.Select(error => new KsefApiError(error.Code, error.Description ?? string.Empty, error.Details ?? []))];
        }

        return
        [
            .. (body.Exception?.ExceptionDetailList ?? [])
                .Select(error => new KsefApiError(error.ExceptionCode, error.ExceptionDescription ?? string.Empty, error.Details ?? [])),
        ];
    }

    private static ErrorBody? TryReadBody(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, ErrorJson.Default.ErrorBody);
        }
        catch (JsonException)
        {
            // The answer says it is JSON and is not: that is not KSeF speaking.
            return null;
        }
    }

    private static string? NullIfEmpty(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
