using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using KsefSimulator;
using KsefSimulator.Settings;
using Microsoft.Extensions.DependencyInjection;
using SampleInvoices;

namespace Ksef.Client.Tests;

/// <summary>The simulator and the client as an application registers it, over real HTTP.</summary>
internal sealed class SimulatedKsef : IAsyncDisposable
{
    public const string Nip = SampleNips.Seller;
    public static readonly FormCode Fa3 = new("FA (3)", "1-0E", "FA");

    private readonly List<ServiceProvider> _services = [];

    private SimulatedKsef(SimulatorServer server) => Server = server;

    public SimulatorServer Server { get; }

    public static Task<SimulatedKsef> StartAsync(params string[] faults) => StartAsync(new SimulatorOptions { Faults = faults });

    public static async Task<SimulatedKsef> StartAsync(SimulatorOptions options) =>
        new(await SimulatorServer.StartAsync(options with { ProcessingDelay = TimeSpan.Zero }, default));

    /// <summary>A client of its own, with tokens of its own, that goes by the simulator's clock.</summary>
    public KsefContext Client(KsefCredential credential, HttpMessageHandler? spy = null) => ContextOf(Services(credential, spy));

    public static KsefContext ContextOf(IServiceProvider services) => services.GetRequiredService<KsefContexts>().For(ContextIdentifier.Nip(Nip));

    /// <summary>What an application registers.</summary>
    public IServiceProvider Services(KsefCredential credential, HttpMessageHandler? spy = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Server.Clock);
        services.AddSingleton<IKsefCredentialSource>(new FixedCredential(credential));
        var http = services.AddKsefClient(options =>
        {
            options.Environment = KsefEnvironment.Simulator(Server.BaseAddress);
            options.RetryDelay = TimeSpan.FromMilliseconds(1);
            options.AuthenticationPollInterval = TimeSpan.FromMilliseconds(1);
        });
        if (spy is not null)
        {
            http.ConfigurePrimaryHttpMessageHandler(() => spy);
        }

        _services.Add(services.BuildServiceProvider());
        return _services[^1];
    }

    /// <summary>Generates a KSeF token that may send and read invoices.</summary>
    public async Task<string> NewTokenAsync()
    {
        using var certificate = Certificates.Rsa(Nip);
        using var spy = new BearerSpy();
        await Client(new CertificateCredential(certificate), spy).Limits.GetAsync(default);
        using var http = new HttpClient { BaseAddress = Server.BaseAddress };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", spy.Bearer);
        var answer = await http.PostAsJsonAsync("tokens", new { permissions = new[] { "InvoiceRead", "InvoiceWrite" }, description = "Test token" });
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString()!;
    }

    /// <summary>A valid invoice of the context, issued today.</summary>
    public byte[] Invoice(string number) => (new SampleInvoice
    {
        Number = number,
        IssueDate = DateOnly.FromDateTime(Server.Clock.GetUtcNow().UtcDateTime),
    }).ToBytes();

    public async ValueTask DisposeAsync()
    {
        foreach (var services in _services)
        {
            await services.DisposeAsync();
        }

        await Server.DisposeAsync();
    }

    private sealed class BearerSpy() : DelegatingHandler(new SocketsHttpHandler())
    {
        public string? Bearer { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Bearer = request.Headers.Authorization?.Parameter ?? Bearer;
            return base.SendAsync(request, cancellationToken);
        }
    }
}
