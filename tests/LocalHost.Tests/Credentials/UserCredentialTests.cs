using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Ksef.Client;
using LocalHost.Cli;
using LocalHost.Hosting;

namespace LocalHost.Tests.Credentials;

public sealed class UserCredentialTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("credential-tests-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Read_PfxWithItsPassword_IsACertificateThatCanSign()
    {
        string path = WritePfx("open sesame");

        KsefCredential credential = Read(path, (UserCredential.PasswordVariable, "open sesame"));

        X509Certificate2 certificate = credential.ShouldBeOfType<CertificateCredential>().Certificate;
        using ECDsa? key = certificate.GetECDsaPrivateKey();
        key.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("wrong")]
    [InlineData(null)]
    public void Read_PfxWithAnotherPassword_NamesTheVariableAndNotThePassword(string? password)
    {
        string path = WritePfx("open sesame");

        string message = Should.Throw<CommandLineException>(() => Read(path, (UserCredential.PasswordVariable, password))).Message;

        message.ShouldContain(UserCredential.PasswordVariable);
        message.ShouldNotContain("wrong");
    }

    [Fact]
    public void Read_NoSuchFile_SaysSo() => Should.Throw<CommandLineException>(() => Read("missing.pfx")).Message.ShouldContain("missing.pfx");

    [Fact]
    public void Read_Token_IsTheToken() =>
        Read(certificate: null, (UserCredential.TokenVariable, "a|b|c")).ShouldBeOfType<TokenCredential>().Token.ShouldBe("a|b|c");

    [Fact]
    public void Read_Nothing_NamesBothWays()
    {
        string message = Should.Throw<CommandLineException>(() => Read(certificate: null)).Message;

        message.ShouldContain("--certificate");
        message.ShouldContain(UserCredential.TokenVariable);
    }

    private static KsefCredential Read(string? certificate, params (string Name, string? Value)[] environment) =>
        UserCredential.Read(
            new LocalHostOptions { Ksef = KsefTarget.Test, CertificatePath = certificate },
            name => environment.FirstOrDefault(variable => variable.Name == name).Value);

    private string WritePfx(string password)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using X509Certificate2 certificate = new CertificateRequest("CN=test", key, HashAlgorithmName.SHA256)
            .CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
        string path = Path.Combine(_folder.FullName, "seal.pfx");
        File.WriteAllBytes(path, certificate.ExportPkcs12(Pkcs12ExportPbeParameters.Pbes2Aes256Sha256, password));
        return path;
    }
}
