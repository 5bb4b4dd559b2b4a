using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using LocalHost.Cli;
using LocalHost.ImportCertificate;

namespace LocalHost.Tests.ImportCertificate;

public sealed class CertificateFileTests : IDisposable
{
    private readonly PortalFiles _files = new();

    public static TheoryData<bool> KindsOfKey => [true, false];

    public void Dispose() => _files.Dispose();

    [Theory]
    [MemberData(nameof(KindsOfKey))]
    public void Read_PemAndEncryptedKey_IsACertificateThatCanSign(bool elliptic)
    {
        using X509Certificate2 made = Make(elliptic);
        (string certificate, string key) = _files.Pem(made);

        using X509Certificate2 read = Read(certificate, key);

        read.Thumbprint.ShouldBe(made.Thumbprint);
        read.HasPrivateKey.ShouldBeTrue();
        read.Export(X509ContentType.Pfx).ShouldNotBeEmpty();
    }

    [Theory]
    [MemberData(nameof(KindsOfKey))]
    public void Read_DerAndEncryptedKey_IsACertificateThatCanSign(bool elliptic)
    {
        using X509Certificate2 made = Make(elliptic);

        using X509Certificate2 read = Read(_files.Write("a.crt", made.RawData), _files.Write("a.key", PortalFiles.EncryptedKeyDer(made)));

        read.HasPrivateKey.ShouldBeTrue();
    }

    [Fact]
    public void Read_EverythingInOnePem_IsACertificateThatCanSign()
    {
        using X509Certificate2 made = Make(elliptic: true);

        using X509Certificate2 read = Read(_files.Write("both.pem", $"{made.ExportCertificatePem()}\n{PortalFiles.EncryptedKey(made)}\n"), key: null);

        read.HasPrivateKey.ShouldBeTrue();
    }

    [Fact]
    public void Read_KeyWithoutPassword_AsksForNone()
    {
        using X509Certificate2 made = Make(elliptic: true);

        using X509Certificate2 read = Read(_files.Write("a.crt", made.RawData), _files.Write("a.key", PortalFiles.PlainKey(made)), password: null);

        read.HasPrivateKey.ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(KindsOfKey))]
    public void Read_Pfx_IsACertificateThatCanSign(bool elliptic)
    {
        using X509Certificate2 made = Make(elliptic);
        string path = _files.Write("a.pfx", made.ExportPkcs12(Pkcs12ExportPbeParameters.Pbes2Aes256Sha256, PortalFiles.Password));

        using X509Certificate2 read = Read(path, key: null);

        read.HasPrivateKey.ShouldBeTrue();
        read.Export(X509ContentType.Pfx).ShouldNotBeEmpty();
    }

    [Fact]
    public void Read_WrongPassword_SaysSoAndDoesNotRepeatIt()
    {
        using X509Certificate2 made = Make(elliptic: true);
        (string certificate, string key) = _files.Pem(made);
        string pfx = _files.Write("a.pfx", made.ExportPkcs12(Pkcs12ExportPbeParameters.Pbes2Aes256Sha256, PortalFiles.Password));

        foreach (string message in new[] { Refusal(certificate, key, "hunter2"), Refusal(pfx, null, "hunter2") })
        {
            message.ShouldContain("password does not open");
            message.ShouldNotContain("hunter2");
        }
    }

    [Fact]
    public void Read_PasswordNeededAndNobodyToAsk_NamesTheVariable()
    {
        using X509Certificate2 made = Make(elliptic: true);
        (string certificate, string key) = _files.Pem(made);

        Refusal(certificate, key, password: null).ShouldContain(ImportPassword.Variable);
    }

    [Fact]
    public void Read_KeyOfAnotherCertificate_SaysThatTheyDoNotBelongTogether()
    {
        using X509Certificate2 one = Make(elliptic: true);
        using X509Certificate2 other = Make(elliptic: true);

        Refusal(_files.Write("a.crt", one.RawData), _files.Write("b.key", PortalFiles.EncryptedKey(other))).ShouldContain("does not belong");
    }

    [Fact]
    public void Read_KeyOfAnotherKind_SaysSo()
    {
        using X509Certificate2 one = Make(elliptic: true);
        using X509Certificate2 other = Make(elliptic: false);

        Refusal(_files.Write("a.crt", one.RawData), _files.Write("b.key", PortalFiles.EncryptedKey(other))).ShouldContain("b.key");
    }

    [Fact]
    public void Read_CertificateWithoutKey_AsksForTheKeyFile()
    {
        using X509Certificate2 made = Make(elliptic: true);

        Refusal(_files.Write("a.crt", made.ExportCertificatePem()), key: null).ShouldStartWith("--key is missing");
    }

    [Fact]
    public void Read_NoCertificate_SaysSo()
    {
        Refusal(_files.Write("a.crt", "Dzień dobry"), key: null).ShouldContain("is no certificate");
        Refusal("missing.crt", key: null).ShouldContain("there is no file");
    }

    private static X509Certificate2 Make(bool elliptic)
    {
        using AsymmetricAlgorithm key = elliptic ? ECDsa.Create(ECCurve.NamedCurves.nistP256) : RSA.Create(2048);
        CertificateRequest request = key is ECDsa ec
            ? new CertificateRequest("CN=test", ec, HashAlgorithmName.SHA256)
            : new CertificateRequest("CN=test", (RSA)key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
    }

    private static string Refusal(string certificate, string? key, string? password = PortalFiles.Password) =>
        Should.Throw<CommandLineException>(() => Read(certificate, key, password)).Message;

    private static X509Certificate2 Read(string certificate, string? key, string? password = PortalFiles.Password) =>
        new CertificateFile(new ImportPassword(_ => null, _ => password)).Read(certificate, key);
}
