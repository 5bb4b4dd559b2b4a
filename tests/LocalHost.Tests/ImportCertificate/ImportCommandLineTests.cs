using KsefFunctions.Settings;
using LocalHost.Cli;
using LocalHost.ImportCertificate;

namespace LocalHost.Tests.ImportCertificate;

public sealed class ImportCommandLineTests
{
    private static readonly string[] Complete = ["--vault", "kv-ksef", "--nip", "526-587-76-35", "--certificate", "a.crt", "--environment", "test"];

    [Fact]
    public void Parse_EveryOption_IsTaken()
    {
        ImportOptions options = ImportCommandLine.Parse([.. Complete, "--key=a.key", "--represents", "--dry-run"]);

        options.Vault.ShouldBe(new Uri("https://kv-ksef.vault.azure.net/"));
        options.Nip.ShouldBe("5265877635");
        options.CertificatePath.ShouldBe("a.crt");
        options.KeyPath.ShouldBe("a.key");
        options.Environment.ShouldBe(TargetEnvironment.Test);
        options.Represents.ShouldBeTrue();
        options.DryRun.ShouldBeTrue();
    }

    [Theory]
    [InlineData("--nip")]
    [InlineData("--certificate")]
    [InlineData("--environment")]
    [InlineData("--vault")]
    public void Parse_SomethingMissing_SaysWhat(string option)
    {
        int at = Array.IndexOf(Complete, option);

        Should.Throw<CommandLineException>(() => ImportCommandLine.Parse(Complete.Where((_, index) => index != at && index != at + 1)))
            .Message.ShouldStartWith($"{option} is missing");
    }

    [Fact]
    public void Parse_PasswordAsArgument_IsRefusedWithoutRepeatingIt()
    {
        string message = Should.Throw<CommandLineException>(() => ImportCommandLine.Parse([.. Complete, "--password=hunter2"])).Message;

        message.ShouldContain("KSEF_CERTIFICATE_PASSWORD");
        message.ShouldNotContain("hunter2");
    }

    [Theory]
    [InlineData("--vault=http://kv.vault.azure.net/")]
    [InlineData("--vault=https://kv.vault.azure.net/secrets/x")]
    [InlineData("--environment=simulator")]
    [InlineData("--nip=12")]
    [InlineData("--frobnicate")]
    [InlineData("stray")]
    public void Parse_Nonsense_IsRefused(string argument) =>
        Should.Throw<CommandLineException>(() => ImportCommandLine.Parse([.. Complete, argument])).Message.ShouldNotBeNullOrWhiteSpace();
}
