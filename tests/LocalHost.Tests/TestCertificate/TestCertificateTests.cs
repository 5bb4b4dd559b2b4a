using System.Security.Cryptography.X509Certificates;
using Ksef.Client;
using KsefSimulator;
using KsefSimulator.Settings;
using LocalHost.Cli;
using LocalHost.ImportCertificate;
using LocalHost.TestCertificate;
using Microsoft.Extensions.DependencyInjection;
using SampleInvoices;

namespace LocalHost.Tests.TestCertificate;

/// <summary>A certificate for rehearsals opens the door of a KSeF that takes self-signed ones.</summary>
public sealed class TestCertificateTests : IDisposable
{
    private const string Password = "open sesame";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("test-certificate-");
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Make_ForACompany_SignsInToTheSimulatorAsThatCompany()
    {
        (await MakeAsync(null, "--nip", SampleNips.Buyer)).ShouldBe(ExitCode.Success, _errors.ToString());

        using X509Certificate2 certificate = X509CertificateLoader.LoadPkcs12FromFile(PathOf(SampleNips.Buyer, "pfx"), null);
        await using SimulatorServer ksef = await SimulatorServer.StartAsync(new SimulatorOptions { ProcessingDelay = TimeSpan.Zero }, CancellationToken.None);
        await using ServiceProvider services = Client(ksef, certificate);
        KsefContext context = services.GetRequiredService<KsefContexts>().For(ContextIdentifier.Nip(SampleNips.Buyer));

        (await context.Limits.GetAsync(CancellationToken.None)).ShouldNotBeNull();
        ksef.Requests["AuthTokenRedeem"].ShouldBe(1);
    }

    [Fact]
    public async Task Make_WithAPassword_IsTakenByTheImportCommandAndUnderNoOther()
    {
        await MakeAsync(Password, "--nip", SampleNips.Seller);

        string[] import = ["--nip", SampleNips.Seller, "--certificate", PathOf(SampleNips.Seller, "crt"), "--key", PathOf(SampleNips.Seller, "key"), "--environment", "test", "--dry-run"];
        (await ImportAsync(Password, import)).ShouldBe(ExitCode.Success, _errors.ToString());
        (await ImportAsync("another", import)).ShouldBe(ExitCode.BadArguments);
        (await File.ReadAllTextAsync(PathOf(SampleNips.Seller, "key"))).ShouldContain("ENCRYPTED");
    }

    [Fact]
    public async Task Make_NoNip_InventsAValidOne()
    {
        await MakeAsync(null);

        string nip = Path.GetFileNameWithoutExtension(_folder.GetFiles("*.pfx").Single().Name)["ksef-".Length..];
        nip.ShouldStartWith("99");
        ContextIdentifier.Nip(nip).Value.ShouldBe(nip);
    }

    [Fact]
    public async Task Make_FileExists_IsNotOverwritten()
    {
        await MakeAsync(null, "--nip", SampleNips.Seller);
        byte[] before = await File.ReadAllBytesAsync(PathOf(SampleNips.Seller, "pfx"));

        (await MakeAsync(null, "--nip", SampleNips.Seller)).ShouldBe(ExitCode.BadArguments);

        (await File.ReadAllBytesAsync(PathOf(SampleNips.Seller, "pfx"))).ShouldBe(before);
        _errors.ToString().ShouldContain("exists");
    }

    private static ServiceProvider Client(SimulatorServer ksef, X509Certificate2 certificate)
    {
        var services = new ServiceCollection();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<IKsefCredentialSource>(new OneCredential(new CertificateCredential(certificate)));
        services.AddKsefClient(options => options.Environment = KsefEnvironment.Simulator(ksef.BaseAddress));
        return services.BuildServiceProvider();
    }

    private Task<int> MakeAsync(string? password, params string[] arguments) => TestCertificateProgram.RunAsync(
        [.. arguments, "--out", _folder.FullName], Terminal, name => name == UserCredential.PasswordVariable ? password : null);

    private Task<int> ImportAsync(string password, string[] arguments) => ImportProgram.RunAsync(
        arguments, Terminal, name => name == ImportPassword.Variable ? password : null, CancellationToken.None);

    private Terminal Terminal => new(_output, _errors, IsInteractive: false);

    private string PathOf(string nip, string ending) => Path.Combine(_folder.FullName, $"ksef-{nip}.{ending}");

    private sealed class OneCredential(KsefCredential credential) : IKsefCredentialSource
    {
        public ValueTask<KsefCredential> GetAsync(ContextIdentifier context, CancellationToken cancellationToken) => ValueTask.FromResult(credential);
    }
}
