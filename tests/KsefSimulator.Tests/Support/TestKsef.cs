using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using KsefSimulator.Settings;
using KsefSimulator.Tests.Contract;

namespace KsefSimulator.Tests.Support;

/// <summary>A simulator for one test, and the calls that tests make on it, as plain HTTP.</summary>
internal sealed class TestKsef : IAsyncDisposable
{
    public const string Nip = "5265877635";
    public const string OtherNip = "7740001454";
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    private readonly SimulatorServer? _server;

    private TestKsef(SimulatorServer? server, Uri baseAddress)
    {
        _server = server;
        BaseAddress = baseAddress;
        _http.DefaultRequestHeaders.Add("X-Error-Format", "problem-details");
    }

    public SimulatorServer Server => _server ?? throw new InvalidOperationException("This simulator runs in another process.");

    public Uri BaseAddress { get; }

    public HttpClient Http => _http;

    /// <summary>When set, every call of the API is noted here.</summary>
    public List<Exchange>? Exchanges { get; set; }

    public static Task<TestKsef> StartAsync(params string[] faults) => StartAsync(new SimulatorOptions { ProcessingDelay = TimeSpan.Zero, Faults = faults });

    public static async Task<TestKsef> StartAsync(SimulatorOptions options)
    {
        var server = await SimulatorServer.StartAsync(options, CancellationToken.None);
        return new TestKsef(server, server.BaseAddress);
    }

    /// <summary>A simulator that runs in another process.</summary>
    public static TestKsef At(Uri baseAddress) => new(null, baseAddress);

    /// <summary>For calls from another address of this machine.</summary>
    public static SocketsHttpHandler From(IPAddress address) => new()
    {
        ConnectCallback = async (context, cancellationToken) =>
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            socket.Bind(new IPEndPoint(address, 0));
            await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        },
    };

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    public async Task<Reply> CallAsync(HttpMethod method, string path, JsonNode? body = null, string? token = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(BaseAddress, path));
        if (body is not null)
        {
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        }

        return await SendAsync(request, token, headers);
    }

    public Task<Reply> GetAsync(string path, string? token = null) => CallAsync(HttpMethod.Get, path, null, token);

    public Task<Reply> PostAsync(string path, JsonNode? body = null, string? token = null) => CallAsync(HttpMethod.Post, path, body, token);

    public async Task<Reply> SendAsync(HttpRequestMessage request, string? token = null, params (string Name, string Value)[] headers)
    {
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        using var response = await _http.SendAsync(request);
        var body = await response.Content.ReadAsByteArrayAsync();
        await NoteAsync(request, response, body);
        return new Reply(response.StatusCode, body, response.Headers.ToDictionary(pair => pair.Key, pair => pair.Value.First(), StringComparer.OrdinalIgnoreCase));
    }

    private async Task NoteAsync(HttpRequestMessage request, HttpResponseMessage response, byte[] body)
    {
        var address = request.RequestUri!;
        if (Exchanges is not null && address.AbsolutePath.StartsWith("/v2/", StringComparison.Ordinal))
        {
            Exchanges.Add(new Exchange(
                request.Method.Method,
                address.AbsolutePath[3..],
                address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)).DistinctBy(pair => pair[0]).ToDictionary(pair => pair[0], pair => Uri.UnescapeDataString(pair[1])),
                request.Content is StringContent { Headers.ContentType.MediaType: "application/json" } content ? await content.ReadAsStringAsync() : null,
                response.StatusCode,
                response.Content.Headers.ContentType?.MediaType ?? string.Empty,
                Encoding.UTF8.GetString(body)));
        }
    }

    public async Task<string> ChallengeAsync() => (await PostAsync("auth/challenge")).Json["challenge"]!.GetValue<string>();

    public async Task<Reply> SubmitAsync(string signedXml, string query = "")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(BaseAddress, "auth/xades-signature" + query))
        {
            Content = new StringContent(signedXml, Encoding.UTF8, "application/xml"),
        };
        return await SendAsync(request);
    }

    public async Task<Reply> SubmitAsync(X509Certificate2 certificate, string nip = Nip, string query = "") =>
        await SubmitAsync(new XadesSigner(certificate).Sign(XadesSigner.Request(await ChallengeAsync(), nip)), query);

    /// <summary>The status of a submitted login.</summary>
    public async Task<JsonNode> StatusAsync(Reply submitted)
    {
        submitted.Status.ShouldBe(HttpStatusCode.Accepted, submitted.Text);
        var token = submitted.Json["authenticationToken"]!["token"]!.GetValue<string>();
        return (await GetAsync($"auth/{submitted.Json["referenceNumber"]}", token)).Json["status"]!;
    }

    public async Task<JsonNode> RedeemAsync(Reply submitted) =>
        (await PostAsync("auth/token/redeem", null, submitted.Json["authenticationToken"]!["token"]!.GetValue<string>())).Json;

    /// <summary>An access token of the owner of the context.</summary>
    public async Task<string> LoginAsync(string nip = Nip)
    {
        using var certificate = TestCertificate.Seal(nip, elliptic: true);
        var tokens = await RedeemAsync(await SubmitAsync(certificate, nip));
        return tokens["accessToken"]!["token"]!.GetValue<string>();
    }

    public async Task<TestSession> OpenOnlineAsync(string token, string systemCode = "FA (3)", params (string Name, string Value)[] headers)
    {
        var key = await SessionKeyAsync();
        var body = new JsonObject { ["formCode"] = FormCode(systemCode), ["encryption"] = key.ToJson() };
        var reply = await CallAsync(HttpMethod.Post, "sessions/online", body, token, headers);
        reply.Status.ShouldBe(HttpStatusCode.Created, reply.Text);
        return new TestSession(this, token, reply.Json["referenceNumber"]!.GetValue<string>(), key);
    }

    public async Task<TestKey> SessionKeyAsync()
    {
        var keys = JsonNode.Parse((await GetAsync("security/public-key-certificates")).Text)!.AsArray();
        var published = keys.First(key => key!["usage"]!.AsArray().Any(usage => usage!.GetValue<string>() == "SymmetricKeyEncryption"))!;
        return TestKey.For(published["certificate"]!.GetValue<string>(), published["publicKeyId"]!.GetValue<string>());
    }

    public static JsonObject FormCode(string systemCode = "FA (3)") => new() { ["systemCode"] = systemCode, ["schemaVersion"] = "1-0E", ["value"] = "FA" };

    public static string Sha256(ReadOnlySpan<byte> content) => Convert.ToBase64String(SHA256.HashData(content));

    /// <summary>Asks until the condition holds; fails after ten seconds.</summary>
    public static async Task<T> EventuallyAsync<T>(Func<Task<T>> ask, Func<T, bool> condition)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var pulse = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (true)
        {
            var answer = await ask();
            if (condition(answer) || !await pulse.WaitForNextTickAsync(deadline.Token))
            {
                return answer;
            }
        }
    }
}

internal sealed record Reply(HttpStatusCode Status, byte[] Body, IReadOnlyDictionary<string, string> Headers)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public JsonNode Json => JsonNode.Parse(Text)!;

    /// <summary>KSeF's exception code, from either shape of error.</summary>
    public int Code => (Json["errors"]?[0]?["code"] ?? Json["exception"]!["exceptionDetailList"]![0]!["exceptionCode"])!.GetValue<int>();

    public string? Detail => Json["errors"]![0]!["details"]?[0]?.GetValue<string>();
}
