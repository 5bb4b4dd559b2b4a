using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using KeyVaultServer;
using KsefFunctions.Certificates;
using KsefFunctions.Settings;
using LocalHost.Cli;
using LocalHost.ImportCertificate;
using LocalHost.Tests.Vault;

namespace LocalHost.Tests.ImportCertificate;

public sealed class ImportRunTests : IAsyncLifetime, IDisposable
{
    private const string Nip = "5265877635";
    private const string Name = "ksef-5265877635";
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 8, 0, 0, TimeSpan.Zero);

    private readonly PortalFiles _files = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();
    private VaultServer _vault = null!;

    private string Shown => _output.ToString() + _errors;

    public async Task InitializeAsync() => _vault = await NamedVault.StartAsync();

    public async Task DisposeAsync() => await _vault.DisposeAsync();

    public void Dispose()
    {
        _files.Dispose();
        _output.Dispose();
        _errors.Dispose();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Run_CertificateOfTheCompany_IsServedAsTheSecretThatTheAppReads(bool elliptic)
    {
        using X509Certificate2 certificate = Make(Nip, elliptic: elliptic);

        int exit = await RunAsync(certificate);

        exit.ShouldBe(ExitCode.Success, Shown);
        VaultItem stored = _vault.Content.Versions(Name).ShouldHaveSingleItem();
        stored.Tags[CredentialMarks.EnvironmentTag].ShouldBe("test");
        stored.Tags.Keys.ShouldNotContain(CredentialMarks.RepresentsTag);
        using X509Certificate2 read = X509CertificateLoader.LoadPkcs12(Convert.FromBase64String(stored.Value), password: null);
        read.Thumbprint.ShouldBe(certificate.Thumbprint);
        _vault.Requests.ShouldBe([$"GET /certificates/{Name}", $"POST /certificates/{Name}/import"]);
    }

    [Fact]
    public async Task Run_Always_ShowsWhatItImportsWhereAndWhatHappensNext()
    {
        using X509Certificate2 certificate = Make(Nip);

        await RunAsync(certificate);

        foreach (string part in new[] { certificate.Subject, certificate.Issuer, "2026-01-01 to 2028-01-01", certificate.SerialNumber, certificate.Thumbprint, Nip, Name, _vault.Content.Current(Name)!.Version, "15 minutes" })
        {
            Shown.ShouldContain(part);
        }

        Shown.ShouldNotContain(PortalFiles.Password);
    }

    [Fact]
    public async Task Run_SecondTime_MakesANewVersionAndNamesTheEndOfTheOne()
    {
        using X509Certificate2 old = Make(Nip);
        using X509Certificate2 renewed = Make(Nip);
        await RunAsync(old);

        (await RunAsync(renewed)).ShouldBe(ExitCode.Success);

        _vault.Content.Versions(Name).Count.ShouldBe(2);
        Shown.ShouldContain("valid until 2028-01-01");
    }

    [Theory]
    [InlineData("wrong environment", "KSF-3105")]
    [InlineData("other company", "KSF-3106")]
    [InlineData("offline", "KSF-3107")]
    [InlineData("ended", "KSF-3110")]
    public async Task Run_UnfitCertificate_SaysWhyInBothLanguagesAndImportsNothing(string fault, string code)
    {
        using X509Certificate2 certificate = fault switch
        {
            "other company" => Make("9512404519"),
            "offline" => Make(Nip, X509KeyUsageFlags.NonRepudiation),
            "ended" => Make(Nip, end: Now.AddDays(-1)),
            _ => Make(Nip),
        };

        int exit = await RunAsync(certificate, options => fault == "wrong environment" ? options with { Environment = TargetEnvironment.Production } : options);

        exit.ShouldBe(ExitCode.CertificateRefused);
        _errors.ToString().ShouldStartWith($"{code}: ");
        _errors.ToString().ShouldContain($"firmy {Nip}");
        _errors.ToString().ShouldContain("Nothing was imported.");
        _vault.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Run_OtherCompanyOnPurpose_IsMarkedAsRepresentingThisOne()
    {
        using X509Certificate2 certificate = Make("9512404519");

        int exit = await RunAsync(certificate, options => options with { Represents = true });

        exit.ShouldBe(ExitCode.Success, Shown);
        _vault.Content.Current(Name)!.Tags[CredentialMarks.RepresentsTag].ShouldBe(Nip);
    }

    [Fact]
    public async Task Run_CertificateForLater_IsImportedAheadOfItsDay()
    {
        using X509Certificate2 certificate = Make(Nip, start: Now.AddDays(10));

        (await RunAsync(certificate)).ShouldBe(ExitCode.Success, Shown);
    }

    [Fact]
    public async Task Run_DryRun_ChecksAndCallsNobody()
    {
        using X509Certificate2 certificate = Make(Nip);

        int exit = await RunAsync(certificate, options => options with { DryRun = true });

        exit.ShouldBe(ExitCode.Success);
        Shown.ShouldContain("dry run");
        _vault.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Run_RoleIsMissing_NamesTheRole()
    {
        using X509Certificate2 certificate = Make(Nip);
        _vault.Fail(VaultFault.Forbidden);

        (await RunAsync(certificate)).ShouldBe(ExitCode.HostFailure);

        _errors.ToString().ShouldContain("Key Vault Certificates Officer");
        _errors.ToString().ShouldContain("Nothing was imported.");
    }

    [Fact]
    public async Task Run_VaultFailsWhileImporting_DoesNotClaimThatNothingWasImported()
    {
        using X509Certificate2 certificate = Make(Nip);
        _vault.Fail(VaultFault.Broken with { Method = "POST" });

        (await RunAsync(certificate)).ShouldBe(ExitCode.HostFailure);

        _errors.ToString().ShouldContain("HTTP 503");
        _errors.ToString().ShouldContain("is not known");
    }

    [Fact]
    public async Task Run_EndpointThatNobodyVouchesFor_GetsNeitherTokenNorKey()
    {
        using X509Certificate2 certificate = Make(Nip);

        (await RunAsync(certificate, trusted: false)).ShouldBe(ExitCode.HostFailure);

        _errors.ToString().ShouldContain("could not be reached");
        _vault.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Program_ImportHelp_ExplainsItself()
    {
        int exit = await ImportProgram.RunAsync(["--help"], new Terminal(_output, _errors, IsInteractive: false), _ => null, CancellationToken.None);

        exit.ShouldBe(ExitCode.Success);
        _output.ToString().ShouldContain("--represents");
    }

    [Fact]
    public async Task Program_DryRunOnFiles_EndsWithTheCodeThatTellsFitFromUnfit()
    {
        DateTimeOffset now = DateTimeOffset.UtcNow;
        using X509Certificate2 certificate = Make(Nip, start: now.AddDays(-1), end: now.AddDays(30));
        (string file, string key) = _files.Pem(certificate);

        (await ProgramAsync(Nip)).ShouldBe(ExitCode.Success, Shown);
        (await ProgramAsync("9512404519")).ShouldBe(ExitCode.CertificateRefused);

        Task<int> ProgramAsync(string nip) => ImportProgram.RunAsync(
            ["--nip", nip, "--certificate", file, "--key", key, "--environment", "test", "--dry-run"],
            new Terminal(_output, _errors, IsInteractive: false),
            name => name == ImportPassword.Variable ? PortalFiles.Password : null,
            CancellationToken.None);
    }

    private async Task<int> RunAsync(X509Certificate2 certificate, Func<ImportOptions, ImportOptions>? change = null, bool trusted = true)
    {
        (string file, string key) = _files.Pem(certificate);
        var options = new ImportOptions { Vault = _vault.Address, Nip = Nip, CertificatePath = file, KeyPath = key, Environment = TargetEnvironment.Test };
        var run = new ImportRun(change?.Invoke(options) ?? options, new Terminal(_output, _errors, IsInteractive: false), new ManualTimeProvider(Now))
        {
            Identity = _vault.Identity,
            Transport = _vault.Transport(trusted),
        };
        return await run.RunAsync(new ImportPassword(_ => PortalFiles.Password, _ => null), CancellationToken.None);
    }

    private static X509Certificate2 Make(
        string nip, X509KeyUsageFlags usage = X509KeyUsageFlags.DigitalSignature, bool elliptic = true, DateTimeOffset? start = null, DateTimeOffset? end = null)
    {
        using var authority = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using AsymmetricAlgorithm key = elliptic ? ECDsa.Create(ECCurve.NamedCurves.nistP256) : RSA.Create(2048);
        string subject = $"CN=Firma testowa (uwierzytelnienie), O=Firma testowa, OID.2.5.4.97=VATPL-{nip}, C=PL";
        CertificateRequest request = key is ECDsa ec
            ? new CertificateRequest(subject, ec, HashAlgorithmName.SHA256)
            : new CertificateRequest(subject, (RSA)key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509KeyUsageExtension(usage, critical: true));
        using X509Certificate2 bare = request.Create(
            new X500DistinguishedName("CN=TEST CCK KSeF, O=Ministerstwo Finansów, C=PL"), X509SignatureGenerator.CreateForECDsa(authority),
            start ?? new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), end ?? new DateTimeOffset(2028, 1, 1, 0, 0, 0, TimeSpan.Zero), RandomNumberGenerator.GetBytes(8));
        return key is ECDsa own ? bare.CopyWithPrivateKey(own) : bare.CopyWithPrivateKey((RSA)key);
    }
}
