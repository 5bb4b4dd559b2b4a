using Ksef.Client;
using KsefFunctions.Certificates;
using KsefFunctions.Watch;

namespace KsefFunctions.Hosting;

/// <summary>Registers credentials from Key Vault. The host adds the <c>SecretClient</c>.</summary>
public static class KeyVaultServices
{
    public static IServiceCollection AddKeyVaultCredentials(this IServiceCollection services) => services
        .AddSingleton<CredentialVault>()
        .AddSingleton<CredentialSelection>()
        .AddSingleton<RetiredCredentials>()
        .AddSingleton<CertificateDaysLeft>()
        .AddSingleton<CertificateInspection>()
        .AddSingleton<IKsefCredentialSource, KeyVaultCredentialSource>();
}
