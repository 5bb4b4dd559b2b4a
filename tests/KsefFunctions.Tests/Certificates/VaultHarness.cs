using System.Security.Cryptography.X509Certificates;
using Azure.Security.KeyVault.Secrets;
using KeyVaultServer;
using Ksef.Client;
using KsefFunctions.Certificates;
using KsefFunctions.Hosting;
using KsefFunctions.Settings;
using KsefFunctions.Watch;
using LocalHost.Tests;
using LocalHost.Tests.Vault;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace KsefFunctions.Tests.Certificates;

/// <summary>The app's credentials, registered as on Azure, in front of a vault that speaks HTTPS and a clock that tests move.</summary>
internal sealed class VaultHarness : IAsyncDisposable
{
    public const string Nip = "5265877635";
    public const string Name = "ksef-5265877635";

    private readonly ServiceProvider _services;

    private VaultHarness(VaultServer vault, TargetEnvironment environment, SecretClient client)
    {
        Vault = vault;
        _services = new ServiceCollection()
            .AddSingleton<TimeProvider>(Time)
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Log))
            .Configure<KsefFunctionsOptions>(options => options.Environment = environment)
            .AddSingleton(client)
            .AddKeyVaultCredentials()
            .BuildServiceProvider();
    }

    public VaultServer Vault { get; }

    public ManualTimeProvider Time { get; } = new(TestCertificates.Start.AddMonths(3));

    public LogCollector Log { get; } = new();

    public KsefFunctionsOptions Options => _services.GetRequiredService<IOptions<KsefFunctionsOptions>>().Value;

    public CertificateInspection Inspection => _services.GetRequiredService<CertificateInspection>();

    public CertificateDaysLeft DaysLeft => _services.GetRequiredService<CertificateDaysLeft>();

    /// <summary>What asked for a value of a secret.</summary>
    public int Reads => Vault.Requests.Count(request => request.StartsWith("GET /secrets/ksef-", StringComparison.Ordinal));

    public static async Task<VaultHarness> StartAsync(TargetEnvironment environment = TargetEnvironment.Test, bool trusted = true)
    {
        var vault = await NamedVault.StartAsync();
        return new VaultHarness(vault, environment, VaultClient.Create(vault.Address, vault.Identity, transport: vault.Transport(trusted)));
    }

    public Task<KsefCredential> GetAsync(string nip = Nip, CancellationToken cancellationToken = default) =>
        _services.GetRequiredService<IKsefCredentialSource>().GetAsync(ContextIdentifier.Nip(nip), cancellationToken).AsTask();

    /// <summary>The certificate that is used now, by its fingerprint.</summary>
    public async Task<string> ThumbprintAsync() => (await GetAsync()).ShouldBeOfType<CertificateCredential>().Certificate.Thumbprint;

    /// <summary>Puts a certificate into the vault and gives its fingerprint.</summary>
    public string Store(X509Certificate2 certificate, IReadOnlyDictionary<string, string>? tags = null)
    {
        using (certificate)
        {
            Vault.Content.AddCertificate(Name, certificate, tags);
            return certificate.Thumbprint;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Vault.DisposeAsync();
    }
}
