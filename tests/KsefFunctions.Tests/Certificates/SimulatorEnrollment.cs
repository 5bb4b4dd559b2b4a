using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Ksef.Client;
using KsefSimulator;
using Microsoft.Extensions.DependencyInjection;

namespace KsefFunctions.Tests.Certificates;

/// <summary>Gets a certificate from the simulator's own authority, as a company gets one from KSeF: sign in with a seal, apply, fetch.</summary>
internal static class SimulatorEnrollment
{
    public static async Task<X509Certificate2> EnrollAsync(SimulatorServer simulator, string nip, string type = "Authentication")
    {
        using var seal = TestCertificates.SelfSigned(nip, DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        using var http = new HttpClient { BaseAddress = simulator.BaseAddress };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await AccessTokenAsync(simulator, nip, seal));

        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var csr = new CertificateRequest(seal.SubjectName, key, HashAlgorithmName.SHA256).CreateSigningRequest();
        var applied = await PostAsync(http, "certificates/enrollments", new JsonObject
        {
            ["certificateName"] = "KsefFunctions",
            ["certificateType"] = type,
            ["csr"] = Convert.ToBase64String(csr),
        });
        var enrollment = await http.GetFromJsonAsync<JsonNode>($"certificates/enrollments/{applied["referenceNumber"]}");
        var serial = enrollment!["certificateSerialNumber"]!.GetValue<string>();
        var retrieved = await PostAsync(http, "certificates/retrieve", new JsonObject { ["certificateSerialNumbers"] = new JsonArray(serial) });
        using var bare = X509CertificateLoader.LoadCertificate(Convert.FromBase64String(retrieved["certificates"]![0]!["certificate"]!.GetValue<string>()));
        return bare.CopyWithPrivateKey(key);
    }

    private static async Task<string> AccessTokenAsync(SimulatorServer simulator, string nip, X509Certificate2 seal)
    {
        var tap = new TokenTap();
        var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddSingleton<IKsefCredentialSource>(new Seal(seal));
        services.AddKsefClient(options => options.Environment = KsefEnvironment.Simulator(simulator.BaseAddress)).AddHttpMessageHandler(() => tap);
        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<KsefContexts>().For(ContextIdentifier.Nip(nip)).Limits.GetAsync(CancellationToken.None);
        return tap.Last.ShouldNotBeNull();
    }

    private static async Task<JsonNode> PostAsync(HttpClient http, string path, JsonObject body)
    {
        using var response = await http.PostAsync(path, JsonContent.Create(body));
        var text = await response.Content.ReadAsStringAsync();
        response.IsSuccessStatusCode.ShouldBeTrue(text);
        return JsonNode.Parse(text)!;
    }

    private sealed class Seal(X509Certificate2 certificate) : IKsefCredentialSource
    {
        public ValueTask<KsefCredential> GetAsync(ContextIdentifier context, CancellationToken cancellationToken) =>
            ValueTask.FromResult<KsefCredential>(new CertificateCredential(certificate));
    }

    private sealed class TokenTap : DelegatingHandler
    {
        public string? Last { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Last = request.Headers.Authorization?.Parameter ?? Last;
            return base.SendAsync(request, cancellationToken);
        }
    }
}
