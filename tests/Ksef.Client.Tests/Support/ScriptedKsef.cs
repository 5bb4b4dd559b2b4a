using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;

namespace Ksef.Client.Tests;

/// <summary>
/// A KSeF that answers what a test tells it to, over real requests and responses. Login works unless a test says otherwise: each login and
/// each refresh brings a token with another number.
/// </summary>
internal sealed class ScriptedKsef : HttpMessageHandler
{
    // Making a key takes longer than any test.
    private static readonly RSA Key = RSA.Create(2048);

    private readonly ConcurrentDictionary<string, Func<Received, CancellationToken, Task<HttpResponseMessage>>> _routes = new();
    private readonly ConcurrentQueue<Received> _received = new();
    private readonly ManualTime _time;
    private int _accessTokens;
    private int _logins;

    public ScriptedKsef(ManualTime time)
    {
        _time = time;
        On("POST auth/challenge", _ => Answers.Json($$"""
            {"challenge":"20250625-CR-20F5EE4000-DA48AE4124-46","timestamp":"{{Now:O}}","timestampMs":{{Now.ToUnixTimeMilliseconds()}},"new":[1]}
            """));
        On("POST auth/xades-signature", _ => StartLogin());
        On("POST auth/ksef-token", _ => StartLogin());
        On("GET auth/20250514-AU-2DFC46C000-3AC6D5877F-D4", _ => Answers.Json("""{"status":{"code":200,"description":"ok"}}"""));
        On("POST auth/token/redeem", _ => Answers.Json($$"""{"accessToken":{{AccessToken()}},"refreshToken":{{Token("refresh", TimeSpan.FromDays(7))}}}"""));
        On("POST auth/token/refresh", _ => Answers.Json($$"""{"accessToken":{{AccessToken()}}}"""));
        On("GET security/public-key-certificates", _ => PublicKeyList());
    }

    public RSA PrivateKey { get; } = Key;

    public TimeSpan AccessTokenLife { get; set; } = TimeSpan.FromMinutes(15);

    public IReadOnlyList<Received> Requests => [.. _received];

    private DateTimeOffset Now => _time.GetUtcNow();

    public int Count(string route) => _received.Count(request => $"{request.Method} {request.Path}" == route);

    public Received Last(string route) => _received.Last(request => $"{request.Method} {request.Path}" == route);

    public void On(string route, Func<Received, HttpResponseMessage> answer) => _routes[route] = (request, _) => Task.FromResult(answer(request));

    public void On(string route, Func<Received, CancellationToken, Task<HttpResponseMessage>> answer) => _routes[route] = answer;

    /// <summary>Answers one after the other; the last one stays.</summary>
    public void On(string route, params Func<HttpResponseMessage>[] answers)
    {
        var next = -1;
        On(route, _ => answers[Math.Min(Interlocked.Increment(ref next), answers.Length - 1)]());
    }

    public string PublicKeyId() => Convert.ToBase64String(SHA256.HashData(PrivateKey.ExportSubjectPublicKeyInfo()));

    public HttpResponseMessage PublicKeyList(string usages = "\"KsefTokenEncryption\",\"SymmetricKeyEncryption\"") => Answers.Json($$"""
        [{"certificate":"{{Convert.ToBase64String(PrivateKey.ExportSubjectPublicKeyInfo())}}","certificateId":"x","publicKeyId":"{{PublicKeyId()}}",
          "validFrom":"{{Now.AddDays(-1):O}}","validTo":"{{Now.AddYears(1):O}}","usage":[{{usages}}]}]
        """);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        var received = new Received(request.Method.Method, request.RequestUri!, request.Headers, request.Content?.Headers, body);
        _received.Enqueue(received);
        return _routes.TryGetValue($"{received.Method} {received.Path}", out var answer)
            ? await answer(received, cancellationToken)
            : Answers.Html(HttpStatusCode.NotFound);
    }

    private HttpResponseMessage StartLogin() => Answers.Json(
        $$"""{"referenceNumber":"20250514-AU-2DFC46C000-3AC6D5877F-D4","authenticationToken":{{Token($"authentication-{++_logins}", TimeSpan.FromDays(7))}}}""",
        HttpStatusCode.Accepted);

    private string AccessToken() => Token($"access-{++_accessTokens}", AccessTokenLife);

    private string Token(string value, TimeSpan life) => $$"""{"token":"{{value}}","validUntil":"{{Now + life:O}}"}""";
}
