using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using KeyVaultServer;
using KsefFunctions.Certificates;
using KsefFunctions.Errors;
using KsefFunctions.Files;
using KsefFunctions.Hosting;
using KsefFunctions.Settings;
using KsefFunctions.Watch;
using LocalHost.Cli;
using LocalHost.ImportCertificate;
using LocalHost.Tests.Vault;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using SampleInvoices;

namespace KsefFunctions.Tests.Certificates;

/// <summary>The whole app with its credentials in a vault: from the portal's files to an accepted invoice.</summary>
public sealed class VaultedAppTests : IAsyncLifetime
{
    private VaultServer _vault = null!;
    private RunningApp _app = null!;

    public async Task InitializeAsync()
    {
        _vault = await NamedVault.StartAsync();
        _app = await RunningApp.StartAsync(
            FlowMode.Automatic,
            services => services.AddSingleton(VaultClient.Create(_vault.Address, _vault.Identity, transport: _vault.Transport())).AddKeyVaultCredentials());
    }

    public async Task DisposeAsync()
    {
        await _app.DisposeAsync();
        await _vault.DisposeAsync();
    }

    [Fact]
    public async Task Drop_CertificateOfKsefImportedByTheCommand_SignsInAndIsWatched()
    {
        using var certificate = await SimulatorEnrollment.EnrollAsync(_app.Simulator, SampleNips.Seller);
        (await ImportAsync(certificate)).ShouldBe(ExitCode.Success);

        var record = await _app.SettleAsync("vaulted.xml", RunningApp.Invoice().ToBytes());

        record.Outcome.ShouldBe(FileOutcome.Accepted);
        _vault.Requests.Count(request => request == $"GET /secrets/{CredentialName.Of(SampleNips.Seller)}").ShouldBe(1);
        var stored = _vault.Content.Current(CredentialName.Of(SampleNips.Seller))!;
        string.Join('\n', _app.Log.Lines).ShouldNotContain(stored.Value[..80]);

        await WatchAsync();
        (await ReportAsync()).ShouldNotBeNull().Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task Drop_OfflineCertificate_IsADeadLetterThatSaysSoAndASecondImportHealsIt()
    {
        using var offline = await SimulatorEnrollment.EnrollAsync(_app.Simulator, SampleNips.Seller, "Offline");
        _vault.Content.AddCertificate(CredentialName.Of(SampleNips.Seller), offline);
        var content = RunningApp.Invoice().ToBytes();

        var dead = await _app.SettleAsync("offline.xml", content);
        await WatchAsync();

        dead.Outcome.ShouldBe(FileOutcome.DeadLettered);
        dead.Errors.ShouldHaveSingleItem().Code.ShouldBe(CertificateErrors.WrongUsage.Code);
        (await ReportAsync()).ShouldNotBeNull().Findings.ShouldHaveSingleItem().Code.ShouldBe(CertificateErrors.NoneUsable.Code);

        using var right = await SimulatorEnrollment.EnrollAsync(_app.Simulator, SampleNips.Seller);
        (await ImportAsync(right)).ShouldBe(ExitCode.Success);
        (await _app.PostAsync($"files/{dead.Id}/replay", new { by = "tests" })).EnsureSuccessStatusCode();
        (await _app.SettledAsync(dead.Id, $"{SampleNips.Seller}/offline.xml", attempt: 2)).Outcome.ShouldBe(FileOutcome.Accepted);
    }

    private async Task WatchAsync() => await new CertificateWatch(
        _app.Services.GetRequiredService<WatchReports>(), TimeProvider.System, _app.Services.GetRequiredService<CertificateInspection>())
        .RunAsync(new TimerInfo(), CancellationToken.None);

    private Task<WatchReport?> ReportAsync() => _app.Services.GetRequiredService<WatchReports>().ReadAsync(WatchNames.Certificates, CancellationToken.None);

    private async Task<int> ImportAsync(X509Certificate2 certificate)
    {
        const string Password = "password of the portal";
        var folder = Directory.CreateTempSubdirectory("vaulted-app-");
        try
        {
            using var key = certificate.GetECDsaPrivateKey()!;
            var files = new ImportOptions
            {
                Vault = _vault.Address,
                Nip = SampleNips.Seller,
                Environment = TargetEnvironment.Simulator,
                CertificatePath = Path.Combine(folder.FullName, "portal.crt"),
                KeyPath = Path.Combine(folder.FullName, "portal.key"),
            };
            await File.WriteAllBytesAsync(files.CertificatePath, certificate.RawData);
            await File.WriteAllTextAsync(
                files.KeyPath, key.ExportEncryptedPkcs8PrivateKeyPem(Password, new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 10_000)));
            var run = new ImportRun(files, new Terminal(TextWriter.Null, TextWriter.Null, IsInteractive: false), TimeProvider.System)
            {
                Identity = _vault.Identity,
                Transport = _vault.Transport(),
            };
            return await run.RunAsync(new ImportPassword(_ => Password, _ => null), CancellationToken.None);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
