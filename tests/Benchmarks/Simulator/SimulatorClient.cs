using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Ksef.Client;
using Microsoft.Extensions.DependencyInjection;
using SampleInvoices;

namespace Benchmarks.Simulator;

/// <summary>Calls with as little work on this side as can be: logged in once by the client library, bodies made beforehand, plain HTTP.</summary>
internal sealed class SimulatorClient : IDisposable
{
    private readonly HttpClient _http;
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
    private readonly byte[] _vector = RandomNumberGenerator.GetBytes(16);
    private JsonObject _encryption = [];

    private SimulatorClient(HttpClient http) => _http = http;

    public static async Task<SimulatorClient> LogInAsync(Uri baseAddress)
    {
        var http = new HttpClient { BaseAddress = baseAddress };
        http.DefaultRequestHeaders.Authorization = await AuthorizationAsync(baseAddress);
        var client = new SimulatorClient(http);
        var keys = JsonNode.Parse(await http.GetStringAsync("security/public-key-certificates"))!.AsArray();
        var published = keys.First(key => key!["usage"]!.AsArray().Any(usage => usage!.GetValue<string>() == "SymmetricKeyEncryption"))!;
        using var certificate = X509CertificateLoader.LoadCertificate(Convert.FromBase64String(published["certificate"]!.GetValue<string>()));
        using var rsa = certificate.GetRSAPublicKey()!;
        client._encryption = new JsonObject
        {
            ["encryptedSymmetricKey"] = Convert.ToBase64String(rsa.Encrypt(client._key, RSAEncryptionPadding.OaepSHA256)),
            ["initializationVector"] = Convert.ToBase64String(client._vector),
            ["publicKeyId"] = published["publicKeyId"]!.GetValue<string>(),
        };
        return client;
    }

    public static JsonObject FormCode => new() { ["systemCode"] = "FA (3)", ["schemaVersion"] = "1-0E", ["value"] = "FA" };

    public async Task<string> OpenOnlineAsync() =>
        (await PostAsync("sessions/online", new JsonObject { ["formCode"] = FormCode, ["encryption"] = _encryption.DeepClone() }))!["referenceNumber"]!.GetValue<string>();

    public Task CloseAsync(string kind, string session) => PostAsync($"sessions/{kind}/{session}/close", null);

    /// <summary>The body of a send, ready to go.</summary>
    public byte[] SendBody(byte[] invoice)
    {
        var encrypted = Encrypt(invoice);
        return System.Text.Encoding.UTF8.GetBytes(new JsonObject
        {
            ["invoiceHash"] = Hash(invoice),
            ["invoiceSize"] = invoice.Length,
            ["encryptedInvoiceHash"] = Hash(encrypted),
            ["encryptedInvoiceSize"] = encrypted.Length,
            ["encryptedInvoiceContent"] = Convert.ToBase64String(encrypted),
            ["offlineMode"] = false,
        }.ToJsonString());
    }

    public async Task SendAsync(string session, byte[] body)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var response = await _http.PostAsync(new Uri($"sessions/online/{session}/invoices", UriKind.Relative), content);
        response.EnsureSuccessStatusCode();
        await response.Content.ReadAsByteArrayAsync();
    }

    /// <summary>Opens a session for the package, uploads it as one part and closes.</summary>
    public async Task<string> SendPackageAsync(byte[] archive)
    {
        var part = Encrypt(archive);
        var opened = await PostAsync("sessions/batch", new JsonObject
        {
            ["formCode"] = FormCode,
            ["batchFile"] = new JsonObject
            {
                ["fileSize"] = archive.Length,
                ["fileHash"] = Hash(archive),
                ["fileParts"] = new JsonArray(new JsonObject { ["ordinalNumber"] = 1, ["fileSize"] = part.Length, ["fileHash"] = Hash(part) }),
            },
            ["encryption"] = _encryption.DeepClone(),
        });
        var upload = opened!["partUploadRequests"]![0]!;
        using var anonymous = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Put, upload["url"]!.GetValue<string>()) { Content = new ByteArrayContent(part) };
        foreach (var (name, value) in upload["headers"]!.AsObject())
        {
            request.Headers.Add(name, value!.GetValue<string>());
        }

        (await anonymous.SendAsync(request)).EnsureSuccessStatusCode();
        var session = opened["referenceNumber"]!.GetValue<string>();
        await CloseAsync("batch", session);
        return session;
    }

    /// <summary>Waits until the session is final.</summary>
    /// <returns>How many of its invoices were accepted.</returns>
    public async Task<int> FinishedAsync(string session)
    {
        using var pulse = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (await pulse.WaitForNextTickAsync())
        {
            var status = JsonNode.Parse(await _http.GetStringAsync($"sessions/{session}"))!;
            if (status["status"]!["code"]!.GetValue<int>() is not (100 or 150 or 170))
            {
                return status["successfulInvoiceCount"]!.GetValue<int>();
            }
        }

        return 0;
    }

    public void Dispose() => _http.Dispose();

    private static string Hash(byte[] content) => Convert.ToBase64String(SHA256.HashData(content));

    // The client library keeps its tokens to itself: they are read off its first call.
    private static async Task<AuthenticationHeaderValue> AuthorizationAsync(Uri baseAddress)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN=Benchmark, OID.2.5.4.97=VATPL-{SampleNips.Seller}, C=PL", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        using var reader = new AuthorizationReader();
        var services = new ServiceCollection();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<IKsefCredentialSource>(new FixedCredential(new CertificateCredential(certificate)));
        services.AddKsefClient(options => options.Environment = KsefEnvironment.Simulator(baseAddress)).ConfigurePrimaryHttpMessageHandler(() => reader);
        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<KsefContexts>().For(ContextIdentifier.Nip(SampleNips.Seller)).Limits.GetAsync(CancellationToken.None);
        return reader.Last ?? throw new InvalidOperationException("The login brought no token.");
    }

    private async Task<JsonNode?> PostAsync(string path, JsonNode? body)
    {
        using var response = await _http.PostAsJsonAsync(path, body ?? new JsonObject());
        response.EnsureSuccessStatusCode();
        var text = await response.Content.ReadAsStringAsync();
        return text.Length == 0 ? null : JsonNode.Parse(text);
    }

    private byte[] Encrypt(byte[] plain)
    {
        using var aes = Aes.Create();
        aes.Key = _key;
        return aes.EncryptCbc(plain, _vector);
    }

    private sealed class AuthorizationReader() : DelegatingHandler(new SocketsHttpHandler())
    {
        public AuthenticationHeaderValue? Last { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Last = request.Headers.Authorization ?? Last;
            return base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class FixedCredential(KsefCredential credential) : IKsefCredentialSource
    {
        public ValueTask<KsefCredential> GetAsync(ContextIdentifier context, CancellationToken cancellationToken) => ValueTask.FromResult(credential);
    }
}
