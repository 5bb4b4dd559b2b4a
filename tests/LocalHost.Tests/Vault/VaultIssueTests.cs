using System.Security.Cryptography.X509Certificates;
using Azure;
using Azure.Security.KeyVault.Secrets;
using KeyVaultServer;
using Ksef.Client;
using KsefFunctions.Certificates;
using KsefFunctions.Hosting;
using KsefFunctions.Settings;
using LocalHost.Credentials;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LocalHost.Tests.Vault;

public sealed class VaultIssueTests : IDisposable
{
    private const string Nip = "5265877635";
    private const string Other = "9512404519";

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("vault-tests-");

    private VaultOptions Kept => new() { DataDirectory = _data.FullName };

    public void Dispose() => _data.Delete(recursive: true);

    [Fact]
    public async Task Issue_CompanySeal_IsAKeyTheAppSignsWithForThatCompanyOnly()
    {
        await using VaultServer vault = await VaultServer.StartAsync(new VaultOptions { Issue = CredentialIssue.OfSeals(TimeProvider.System) }, CancellationToken.None);

        X509Certificate2 seal = (await CredentialAsync(vault, Nip, TargetEnvironment.Simulator)).ShouldBeOfType<CertificateCredential>().Certificate;

        seal.Subject.ShouldContain($"VATPL-{Nip}");
        seal.GetECDsaPrivateKey().ShouldNotBeNull().KeySize.ShouldBe(256);
        KeyVaultSecret secret = await Client(vault).GetSecretAsync($"ksef-{Nip}");
        secret.Properties.ContentType.ShouldBe("application/x-pkcs12");
        secret.Properties.ExpiresOn.ShouldBe(new DateTimeOffset(seal.NotAfter));
        vault.Content.Versions($"ksef-{Nip}").Count.ShouldBe(1);
    }

    [Fact]
    public async Task Issue_AskedByManyAtOnce_MakesOneVersion()
    {
        int made = 0;
        Func<string, VaultSecret?> seal = CredentialIssue.OfSeals(TimeProvider.System);
        await using VaultServer vault = await VaultServer.StartAsync(
            new VaultOptions { Issue = nip => Interlocked.Increment(ref made) > 0 ? seal(nip) : throw new InvalidOperationException() }, CancellationToken.None);
        SecretClient client = Client(vault);

        Response<KeyVaultSecret>[] read = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => client.GetSecretAsync($"ksef-{Nip}")));

        read.Select(secret => secret.Value.Properties.Version).Distinct().ShouldHaveSingleItem();
        made.ShouldBe(1);
    }

    [Theory]
    [InlineData("ksef-526587763")]
    [InlineData("ksef-52658776355")]
    [InlineData("somebody-elses")]
    public async Task Issue_NameOfNoCompany_IsMissing(string name)
    {
        await using VaultServer vault = await VaultServer.StartAsync(new VaultOptions { Issue = CredentialIssue.OfSeals(TimeProvider.System) }, CancellationToken.None);

        (await Should.ThrowAsync<RequestFailedException>(() => Client(vault).GetSecretAsync(name))).Status.ShouldBe(404);
        vault.Content.Names.ShouldBeEmpty();
    }

    [Fact]
    public async Task Issue_StoredCredential_GoesBeforeIt()
    {
        await using VaultServer vault = await VaultServer.StartAsync(new VaultOptions { Issue = _ => new VaultSecret("issued") }, CancellationToken.None);
        vault.Content.AddSecret($"ksef-{Nip}", "stored");

        (await Client(vault).GetSecretAsync($"ksef-{Nip}")).Value.Value.ShouldBe("stored");
    }

    [Theory]
    [InlineData(Nip)]
    [InlineData(Other)]
    public async Task Issue_CertificateOfTheUser_ServesEachCompanyThatAsks(string nip)
    {
        using X509Certificate2 certificate = CompanySeal.Make(Nip, TimeProvider.System);
        await using VaultServer vault = await VaultServer.StartAsync(
            new VaultOptions { Issue = CredentialIssue.Of(new CertificateCredential(certificate)) }, CancellationToken.None);

        KsefCredential credential = await CredentialAsync(vault, nip, TargetEnvironment.Test);

        credential.ShouldBeOfType<CertificateCredential>().Certificate.Thumbprint.ShouldBe(certificate.Thumbprint);
    }

    [Fact]
    public async Task Issue_TokenOfTheUser_IsThatToken()
    {
        const string Token = "20260101-EC-0123456789-ABCDEF0123-45|nip-5265877635|0123456789abcdef";
        await using VaultServer vault = await VaultServer.StartAsync(
            new VaultOptions { Issue = CredentialIssue.Of(new TokenCredential(Token)) }, CancellationToken.None);

        (await CredentialAsync(vault, Nip, TargetEnvironment.Test)).ShouldBeOfType<TokenCredential>().Token.ShouldBe(Token);
    }

    [Fact]
    public async Task Issue_StartedAgain_ServesWhatTheUserGivesNow()
    {
        await using (VaultServer first = await VaultServer.StartAsync(Kept with { Issue = _ => new VaultSecret("of before") }, CancellationToken.None))
        {
            await Client(first).GetSecretAsync($"ksef-{Nip}");
            first.Content.AddSecret($"ksef-{Other}", "stored");
            await Client(first).GetSecretAsync($"ksef-{Other}");
        }

        await using VaultServer second = await VaultServer.StartAsync(Kept with { Issue = _ => new VaultSecret("of now") }, CancellationToken.None);

        (await Client(second).GetSecretAsync($"ksef-{Nip}")).Value.Value.ShouldBe("of now");
        (await Client(second).GetSecretAsync($"ksef-{Other}")).Value.Value.ShouldBe("stored");
        Directory.GetFiles(_data.FullName, "*", SearchOption.AllDirectories).ShouldAllBe(file => !File.ReadAllText(file).Contains("of before"));
    }

    private static SecretClient Client(VaultServer vault) => VaultClient.Create(vault.Address, vault.Identity, vault.Thumbprint);

    /// <summary>What the app signs in with, read as the app reads it.</summary>
    private static async Task<KsefCredential> CredentialAsync(VaultServer vault, string nip, TargetEnvironment environment)
    {
        await using ServiceProvider services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(TimeProvider.System)
            .AddSingleton(Options.Create(new KsefFunctionsOptions { Environment = environment }))
            .AddSingleton(Client(vault))
            .AddKeyVaultCredentials()
            .BuildServiceProvider();
        KsefCredential credential = await services.GetRequiredService<IKsefCredentialSource>().GetAsync(ContextIdentifier.Nip(nip), CancellationToken.None);

        // The provider disposes of what it keeps; the test looks at it afterwards.
        return credential is CertificateCredential { Certificate: var held } ? new CertificateCredential(new X509Certificate2(held)) : credential;
    }
}
