using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace Ksef.Client.Tests;

/// <summary>Answers as KSeF, its gateway and its storage give them.</summary>
internal static class Answers
{
    public static HttpResponseMessage Json(string json, HttpStatusCode status = HttpStatusCode.OK) => Text(json, "application/json", status);

    public static HttpResponseMessage Problem(string json, HttpStatusCode status = HttpStatusCode.BadRequest) => Text(json, "application/problem+json", status);

    public static HttpResponseMessage Refusal(int code) =>
        Problem($$"""{"title":"Bad Request","status":400,"errors":[{"code":{{code}},"description":"Opis.","details":["Szczegół."]}],"traceId":"t-1"}""");

    public static HttpResponseMessage Unauthorized() => Problem("""{"title":"Unauthorized","status":401,"detail":"x"}""", HttpStatusCode.Unauthorized);

    public static HttpResponseMessage Html(HttpStatusCode status) => Text("<html><body>Request unsuccessful.</body></html>", "text/html", status);

    public static HttpResponseMessage Empty(HttpStatusCode status) => new(status);

    public static HttpResponseMessage Document(byte[] content, string? hash = null)
    {
        var answer = new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(content) };
        answer.Content.Headers.ContentType = new MediaTypeHeaderValue("application/xml");
        answer.Headers.TryAddWithoutValidation("x-ms-meta-hash", hash ?? Convert.ToBase64String(SHA256.HashData(content)));
        return answer;
    }

    public static HttpResponseMessage TooManyRequests(string body, string? retryAfter)
    {
        var answer = Json(body, HttpStatusCode.TooManyRequests);
        if (retryAfter is not null)
        {
            answer.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        }

        return answer;
    }

    private static HttpResponseMessage Text(string text, string mediaType, HttpStatusCode status) =>
        new(status) { Content = new StringContent(text, Encoding.UTF8, mediaType) };
}
