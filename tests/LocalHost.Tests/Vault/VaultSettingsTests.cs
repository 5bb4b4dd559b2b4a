using System.Security.Cryptography.X509Certificates;
using Azure;
using Azure.Identity;
using Azure.Security.KeyVault.Secrets;
using KeyVaultServer;
using KsefFunctions.Certificates;
using LocalHost.Cli;
using LocalHost.Credentials;
using LocalHost.ImportCertificate;

namespace LocalHost.Tests.Vault;

/// <summary>What a process can do that has the settings of a vault, the real client of secrets and the real credential of Azure, and nothing else.</summary>
public sealed class VaultSettingsTests
{
    private const string Nip = "5265877635";
    private const string Name = "ksef-5265877635";

    [Fact]
    public async Task Settings_Environment_OpenTheVault()
    {
        await using VaultServer vault = await VaultServer.StartAsync(new VaultOptions(), CancellationToken.None);
        vault.Content.AddSecret(Name, "a|b|c");
        using var settings = new VaultSettings(vault);

        KeyVaultSecret secret = await VaultSettings.Client().GetSecretAsync(Name);

        secret.Value.ShouldBe("a|b|c");
        secret.Id.ShouldBe(new Uri(vault.Address, $"secrets/{Name}/{secret.Properties.Version}"));
        vault.Requests.ShouldBe([$"GET /secrets/{Name}"]);
        vault.Settings.Keys.ShouldBe(
            ["KsefFunctions__KeyVault", "KsefFunctions__KeyVaultThumbprint", "IDENTITY_ENDPOINT", "IDENTITY_HEADER", "AZURE_TOKEN_CREDENTIALS"], ignoreOrder: true);
    }

    [Fact]
    public async Task Settings_OfAnotherVaultInTheSameProcess_OpenThatOne()
    {
        await using VaultServer first = await VaultServer.StartAsync(new VaultOptions(), CancellationToken.None);
        await using VaultServer second = await VaultServer.StartAsync(new VaultOptions(), CancellationToken.None);
        first.Content.AddSecret(Name, "first");
        second.Content.AddSecret(Name, "second");

        foreach ((VaultServer vault, string expected) in new[] { (first, "first"), (second, "second") })
        {
            using var settings = new VaultSettings(vault);
            (await VaultSettings.Client().GetSecretAsync(Name)).Value.Value.ShouldBe(expected);
        }
    }

    [Fact]
    public async Task Settings_VaultStartedAgainOnItsData_AreTheSameAndServeTheClientOfBefore()
    {
        DirectoryInfo data = Directory.CreateTempSubdirectory("vault-tests-");
        try
        {
            var options = new VaultOptions { DataDirectory = data.FullName };
            VaultServer first = await VaultServer.StartAsync(options, CancellationToken.None);
            first.Content.AddSecret(Name, "kept");
            using var settings = new VaultSettings(first);
            SecretClient client = VaultSettings.Client();
            await client.GetSecretAsync(Name);
            await first.DisposeAsync();

            await using VaultServer second = await VaultServer.StartAsync(options with { PreferredPorts = first.Ports }, CancellationToken.None);

            second.Settings.ShouldBe(first.Settings);
            (await client.GetSecretAsync(Name)).Value.Value.ShouldBe("kept");
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Settings_WrongHeader_GetNoToken()
    {
        await using VaultServer vault = await VaultServer.StartAsync(new VaultOptions(), CancellationToken.None);
        using var settings = new VaultSettings(vault);
        Environment.SetEnvironmentVariable("IDENTITY_HEADER", "guessed");

        await Should.ThrowAsync<AuthenticationFailedException>(() => VaultSettings.Client().GetSecretAsync(Name));

        vault.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Settings_OtherResource_GetNoToken()
    {
        await using VaultServer vault = await VaultServer.StartAsync(new VaultOptions(), CancellationToken.None);
        using var settings = new VaultSettings(vault);

        await Should.ThrowAsync<AuthenticationFailedException>(
            async () => await new DefaultAzureCredential().GetTokenAsync(new Azure.Core.TokenRequestContext(["https://storage.azure.com/.default"])));
    }

    [Fact]
    public async Task Thumbprint_OfAnotherCertificate_SendsNothing()
    {
        await using VaultServer vault = await VaultServer.StartAsync(new VaultOptions(), CancellationToken.None);
        await using VaultServer impostor = await VaultServer.StartAsync(new VaultOptions(), CancellationToken.None);
        SecretClient client = VaultClient.Create(impostor.Address, impostor.Identity, vault.Thumbprint);

        AggregateException refused = await Should.ThrowAsync<AggregateException>(() => client.GetSecretAsync(Name));

        refused.InnerException.ShouldBeOfType<RequestFailedException>().Status.ShouldBe(0);
        impostor.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task ImportCertificate_IntoTheVaultOnThisMachine_IsReadByTheClientOfTheApp()
    {
        await using VaultServer vault = await VaultServer.StartAsync(new VaultOptions(), CancellationToken.None);
        using var settings = new VaultSettings(vault);
        using var files = new ImportCertificate.PortalFiles();
        using X509Certificate2 seal = CompanySeal.Make(Nip, TimeProvider.System);
        (string certificate, string key) = files.Pem(seal);
        using var output = new StringWriter();

        int exit = await ImportProgram.RunAsync(
            [
                "--vault", vault.Address.AbsoluteUri, "--thumbprint", vault.Thumbprint,
                "--nip", Nip, "--certificate", certificate, "--key", key, "--environment", "test",
            ],
            new Terminal(output, output, IsInteractive: false),
            name => name == ImportPassword.Variable ? ImportCertificate.PortalFiles.Password : null,
            CancellationToken.None);

        exit.ShouldBe(ExitCode.Success, output.ToString());
        KeyVaultSecret secret = await VaultSettings.Client().GetSecretAsync(Name);
        using X509Certificate2 read = X509CertificateLoader.LoadPkcs12(Convert.FromBase64String(secret.Value), password: null);
        read.Thumbprint.ShouldBe(seal.Thumbprint);
    }
}
