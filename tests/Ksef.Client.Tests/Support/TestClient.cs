using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ksef.Client.Tests;

/// <summary>The real client, registered as an application registers it, in front of a scripted KSeF and a clock that tests move.</summary>
internal sealed class TestClient : IAsyncDisposable
{
    public const string Token = "20250625-EC-SECRET|nip-5265877635|0123456789abcdef";

    private readonly ServiceProvider _services;

    public TestClient(Action<KsefClientOptions>? configure = null, KsefCredential? credential = null, ICallBudget? budget = null)
    {
        Ksef = new ScriptedKsef(Time);
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Time);
        Credential = new FixedCredential(credential ?? new TokenCredential(Token));
        services.AddSingleton<IKsefCredentialSource>(Credential);
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Log));
        if (budget is not null)
        {
            services.AddSingleton(budget);
        }

        services.AddKsefClient(options =>
        {
            options.Environment = KsefEnvironment.Simulator(new Uri("http://ksef.test/v2"));
            options.RetryDelay = TimeSpan.Zero;
            options.AuthenticationPollInterval = TimeSpan.Zero;
            configure?.Invoke(options);
        }).ConfigurePrimaryHttpMessageHandler(() => Ksef);
        _services = services.BuildServiceProvider();
        Context = _services.GetRequiredService<KsefContexts>().For(ContextIdentifier.Nip("5265877635"));
    }

    public ManualTime Time { get; } = new();

    public LogCapture Log { get; } = new();

    public ScriptedKsef Ksef { get; }

    public FixedCredential Credential { get; }

    public KsefContext Context { get; }

    public LimitMeter LimitMeter => _services.GetRequiredService<LimitMeter>();

    public LimitReader LimitReader => _services.GetRequiredService<LimitReader>();

    public KsefContexts Contexts => _services.GetRequiredService<KsefContexts>();

    public static ReferenceNumber Session { get; } = ReferenceNumber.Parse("20250625-SO-2C3E6C8000-B675CF5D68-07");

    public static ReferenceNumber Invoice { get; } = ReferenceNumber.Parse("20250625-EE-319D7EE000-B67F415CDC-2C");

    public static KsefNumber Number { get; } = KsefNumber.Parse("5265877635-20250626-010080DD2B5E-26");

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Ksef.Dispose();
        Log.Dispose();
    }
}
