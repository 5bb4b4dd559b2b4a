using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Ksef.Client;

/// <summary>One call, ready to be sent, and sent again where that is allowed.</summary>
internal sealed record KsefCall(HttpMethod Method, string Template)
{
    private static readonly ProductInfoHeaderValue Product = new("Ksef.Client", typeof(KsefCall).Assembly.GetName().Version?.ToString(2));

    /// <summary>Path under the base address with its values, or an absolute address that KSeF handed out.</summary>
    public required Uri Address { get; init; }

    /// <summary>Starts with a question mark, or is empty.</summary>
    public string Query { get; init; } = string.Empty;

    /// <summary>Whether sending it twice does no harm.</summary>
    public bool IsIdempotent { get; init; }

    public TimeSpan? Timeout { get; init; }

    /// <summary>Whether the address is KSeF's storage: no API headers there, and errors are the storage's.</summary>
    public bool IsStorage { get; init; }

    public string? Bearer { get; init; }

    /// <summary>Whose limits it counts against; null when it counts for the address only.</summary>
    public ContextIdentifier? Context { get; init; }

    public string? ContinuationToken { get; init; }

    /// <summary>Makes the body anew for each try.</summary>
    public Func<HttpContent>? Content { get; init; }

    public IReadOnlyDictionary<string, string?>? Headers { get; init; }

    /// <summary>What may appear in logs, traces and messages.</summary>
    public string Operation => $"{Method} {Template}";

    public static KsefCall Get(string template, params ReadOnlySpan<string> values) =>
        new(HttpMethod.Get, template) { Address = PathTemplate.Fill(template, values), IsIdempotent = true };

    public static KsefCall Post(string template, params ReadOnlySpan<string> values) =>
        new(HttpMethod.Post, template) { Address = PathTemplate.Fill(template, values) };

    /// <summary>A body of JSON, serialised once.</summary>
    public KsefCall WithJson<T>(T body, JsonTypeInfo<T> type)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(body, type);
        return this with { Content = () => Body(bytes, "application/json") };
    }

    /// <summary>A body of XML.</summary>
    public KsefCall WithXml(byte[] document) => this with { Content = () => Body(document, "application/xml") };

    public HttpRequestMessage ToRequest(Uri baseAddress)
    {
        var request = new HttpRequestMessage(Method, new Uri(baseAddress, Address.OriginalString + Query)) { Content = Content?.Invoke() ?? NoContent() };
        if (!IsStorage)
        {
            request.Headers.UserAgent.Add(Product);
            request.Headers.Accept.ParseAdd("application/json");
            request.Headers.Accept.ParseAdd("application/xml;q=0.9");
            request.Headers.TryAddWithoutValidation("X-Error-Format", "problem-details");
        }

        if (Bearer is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Bearer);
        }

        if (ContinuationToken is not null)
        {
            request.Headers.TryAddWithoutValidation("x-continuation-token", ContinuationToken);
        }

        foreach (var (name, value) in Headers ?? new Dictionary<string, string?>())
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return request;
    }

    public override string ToString() => Operation;

    /// <summary>
    /// When a pooled connection ends before the answer, .NET sends a request without a body again, up to four times and whatever its method;
    /// an empty body keeps it from that.
    /// </summary>
    private ByteArrayContent? NoContent() => IsIdempotent ? null : new ByteArrayContent([]);

    private static ByteArrayContent Body(byte[] bytes, string mediaType)
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue(mediaType, "utf-8");
        return content;
    }
}
