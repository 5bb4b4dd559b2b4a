using System.Security.Cryptography.X509Certificates;
using Ksef.Client;
using KsefFunctions.Errors;
using KsefFunctions.Settings;

namespace KsefFunctions.Tests.Certificates;

public sealed class KeyVaultCredentialSourceTests
{
    private const string Other = "9512404519";

    [Fact]
    public async Task Get_Certificate_CanSignAndCostsOneCall()
    {
        await using var vault = await VaultHarness.StartAsync();
        var stored = vault.Store(TestCertificates.Company(VaultHarness.Nip));

        var certificate = (await vault.GetAsync()).ShouldBeOfType<CertificateCredential>();

        certificate.Certificate.Thumbprint.ShouldBe(stored);
        certificate.ByFingerprint.ShouldBeFalse();
        using var key = certificate.Certificate.GetECDsaPrivateKey();
        key.ShouldNotBeNull().SignData([1, 2, 3], System.Security.Cryptography.HashAlgorithmName.SHA256).ShouldNotBeEmpty();
        vault.Vault.Requests.ShouldBe([$"GET /secrets/{VaultHarness.Name}"]);
    }

    [Fact]
    public async Task Get_PemInTheVault_CanSign()
    {
        await using var vault = await VaultHarness.StartAsync();
        using var certificate = TestCertificates.Company(VaultHarness.Nip);
        using var key = certificate.GetECDsaPrivateKey()!;
        vault.Vault.Content.AddSecret(VaultHarness.Name, $"{key.ExportPkcs8PrivateKeyPem()}\n{certificate.ExportCertificatePem()}\n", "application/x-pem-file");

        (await vault.ThumbprintAsync()).ShouldBe(certificate.Thumbprint);
    }

    [Fact]
    public async Task Get_CertificateWithoutNumber_IsFoundByItsFingerprint()
    {
        await using var vault = await VaultHarness.StartAsync();
        vault.Store(TestCertificates.Issue("CN=Foreign company, C=DE", TestCertificates.Provider, X509KeyUsageFlags.DigitalSignature));

        (await vault.GetAsync()).ShouldBeOfType<CertificateCredential>().ByFingerprint.ShouldBeTrue();
    }

    [Fact]
    public async Task Get_Token_IsTheToken()
    {
        const string Token = "20260101-EC-0123456789-ABCDEF0123-45|nip-5265877635|0123456789abcdef";
        await using var vault = await VaultHarness.StartAsync();
        vault.Vault.Content.AddSecret(VaultHarness.Name, Token);

        (await vault.GetAsync()).ShouldBeOfType<TokenCredential>().Token.ShouldBe(Token);
        string.Join('\n', vault.Log.Lines).ShouldNotContain(Token);
    }

    [Fact]
    public async Task Get_WithinAQuarterOfAnHour_AsksTheVaultOnce()
    {
        await using var vault = await VaultHarness.StartAsync();
        vault.Store(TestCertificates.Company(VaultHarness.Nip));

        var first = await vault.GetAsync();
        vault.Time.Advance(TimeSpan.FromMinutes(14));
        var second = await vault.GetAsync();

        second.ShouldBeSameAs(first);
        vault.Reads.ShouldBe(1);
    }

    [Fact]
    public async Task Get_ManyAtOnce_ShareOneLook()
    {
        await using var vault = await VaultHarness.StartAsync();
        vault.Store(TestCertificates.Company(VaultHarness.Nip));

        var got = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => vault.GetAsync()));

        got.ShouldAllBe(credential => ReferenceEquals(credential, got[0]));
        vault.Reads.ShouldBe(1);
    }

    [Fact]
    public async Task Get_NewVersionInTheVault_IsTakenUpWithoutRestartAndTheOldOneStillSignsForAWhile()
    {
        await using var vault = await VaultHarness.StartAsync();
        vault.Store(TestCertificates.Company(VaultHarness.Nip));
        var old = (await vault.GetAsync()).ShouldBeOfType<CertificateCredential>().Certificate;
        var renewed = vault.Store(TestCertificates.Company(VaultHarness.Nip));

        (await vault.ThumbprintAsync()).ShouldBe(old.Thumbprint);
        vault.Time.Advance(TimeSpan.FromMinutes(15));

        (await vault.ThumbprintAsync()).ShouldBe(renewed);
        using (var key = old.GetECDsaPrivateKey())
        {
            key.ShouldNotBeNull("a login may be signing with it");
        }

        vault.Time.Advance(TimeSpan.FromHours(1));
        await vault.GetAsync();
        old.Handle.ShouldBe(IntPtr.Zero);
    }

    [Fact]
    public async Task Get_SameVersionReadAnew_StaysTheSameCertificate()
    {
        await using var vault = await VaultHarness.StartAsync();
        vault.Store(TestCertificates.Company(VaultHarness.Nip));

        var first = await vault.GetAsync();
        vault.Time.Advance(TimeSpan.FromHours(2));
        var second = await vault.GetAsync();

        second.ShouldBeSameAs(first);
        vault.Reads.ShouldBe(2);
    }

    [Fact]
    public async Task Get_NewestIsWrong_UsesTheOlderOneAndSaysSoOnce()
    {
        await using var vault = await VaultHarness.StartAsync();
        var right = vault.Store(TestCertificates.Company(VaultHarness.Nip));
        vault.Store(TestCertificates.Issue(TestCertificates.Seal(VaultHarness.Nip), TestCertificates.Test, X509KeyUsageFlags.NonRepudiation));

        (await vault.ThumbprintAsync()).ShouldBe(right);
        vault.Time.Advance(TimeSpan.FromMinutes(16));
        (await vault.ThumbprintAsync()).ShouldBe(right);

        vault.Log.Lines.Count(line => line.Contains(CertificateErrors.WrongUsage.Code, StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task Get_NewestSwitchedOff_UsesTheOneBefore()
    {
        await using var vault = await VaultHarness.StartAsync();
        var right = vault.Store(TestCertificates.Company(VaultHarness.Nip));
        vault.Store(TestCertificates.Company(VaultHarness.Nip));
        vault.Vault.Content.Disable(vault.Vault.Content.Current(VaultHarness.Name)!);

        (await vault.ThumbprintAsync()).ShouldBe(right);
    }

    [Fact]
    public async Task Get_NewestNotValidYet_WaitsForItsDay()
    {
        await using var vault = await VaultHarness.StartAsync();
        var now = vault.Time.GetUtcNow();
        var current = vault.Store(TestCertificates.Company(VaultHarness.Nip, notAfter: now.AddDays(20)));
        var next = vault.Store(TestCertificates.Company(VaultHarness.Nip, notBefore: now.AddDays(10), notAfter: now.AddDays(400)));

        (await vault.ThumbprintAsync()).ShouldBe(current);
        vault.Time.Advance(TimeSpan.FromDays(10));
        (await vault.ThumbprintAsync()).ShouldBe(next);
    }

    [Fact]
    public async Task Get_ManyOldVersions_TurnsPagesAndFindsTheNewestUsableWithAHandfulOfReads()
    {
        await using var vault = await VaultHarness.StartAsync();
        var now = vault.Time.GetUtcNow();
        for (var old = 0; old < 6; old++)
        {
            vault.Store(TestCertificates.Company(VaultHarness.Nip, notAfter: now.AddDays(-10 * (old + 1))));
        }

        var right = vault.Store(TestCertificates.Company(VaultHarness.Nip));
        vault.Store(TestCertificates.Company(Other));
        vault.Store(TestCertificates.Company(Other));

        (await vault.ThumbprintAsync()).ShouldBe(right);
        vault.Vault.Requests.Count(request => !request.EndsWith("/versions", StringComparison.Ordinal)).ShouldBe(3);
    }

    [Fact]
    public async Task Get_NothingUsable_ThrowsTheGravestReasonAfterAFewReads()
    {
        await using var vault = await VaultHarness.StartAsync();
        for (var version = 0; version < 8; version++)
        {
            vault.Store(TestCertificates.Company(Other));
        }

        vault.Store(TestCertificates.Company(VaultHarness.Nip, notAfter: vault.Time.GetUtcNow().AddDays(-1)));

        var failure = await Should.ThrowAsync<PipelineException>(() => vault.GetAsync());

        failure.Definition.ShouldBe(CertificateErrors.OtherCompany);
        failure.Definition.Kind.ShouldBe(ErrorKind.Technical);
        PipelineException.ArgumentsIn(failure.Message).ShouldBe([VaultHarness.Nip, Other]);
        vault.Vault.Requests.Count(request => !request.EndsWith("/versions", StringComparison.Ordinal)).ShouldBe(4);
    }

    [Theory]
    [InlineData("not a token", null, "KSF-3109")]
    [InlineData("MIIB", "application/x-pkcs12", "KSF-3109")]
    [InlineData("no base64", "application/x-pkcs12", "KSF-3109")]
    [InlineData("-----BEGIN CERTIFICATE-----", "application/x-pem-file", "KSF-3109")]
    [InlineData("20260101-EC-0123456789|nip-9512404519|0123456789abcdef", null, "KSF-3106")]
    public async Task Get_ContentOfNoUse_SaysWhy(string value, string? contentType, string expected)
    {
        await using var vault = await VaultHarness.StartAsync();
        vault.Vault.Content.AddSecret(VaultHarness.Name, value, contentType);

        var failure = await Should.ThrowAsync<PipelineException>(() => vault.GetAsync());

        failure.Definition.Code.ShouldBe(expected);
        failure.ToString().ShouldNotContain(value);
    }

    [Fact]
    public async Task Get_SelfSignedInProduction_IsRefused()
    {
        await using var vault = await VaultHarness.StartAsync(TargetEnvironment.Production);
        vault.Store(TestCertificates.SelfSigned(VaultHarness.Nip));

        (await Should.ThrowAsync<PipelineException>(() => vault.GetAsync())).Definition.ShouldBe(CertificateErrors.SelfSigned);
    }

    [Fact]
    public async Task Get_SeveralCompanies_EachHasItsOwn()
    {
        await using var vault = await VaultHarness.StartAsync();
        var own = vault.Store(TestCertificates.Company(VaultHarness.Nip));
        using var second = TestCertificates.Company(Other);
        vault.Vault.Content.AddCertificate($"ksef-{Other}", second);

        (await vault.ThumbprintAsync()).ShouldBe(own);
        (await vault.GetAsync(Other)).ShouldBeOfType<CertificateCredential>().Certificate.Thumbprint.ShouldBe(second.Thumbprint);
    }

    [Fact]
    public async Task Get_CompanyClosed_IsNotServedFromWhatWasKept()
    {
        await using var vault = await VaultHarness.StartAsync();
        vault.Store(TestCertificates.Company(VaultHarness.Nip));
        await vault.GetAsync();

        vault.Vault.Content.Delete(VaultHarness.Name);
        vault.Time.Advance(TimeSpan.FromMinutes(15));

        (await Should.ThrowAsync<PipelineException>(() => vault.GetAsync())).Definition.ShouldBe(CertificateErrors.NoCredential);
    }
}
