using System.Diagnostics;
using System.Reflection;
using System.Security.Cryptography.X509Certificates;
using LocalHost.Cli;
using LocalHost.Credentials;
using LocalHost.Hosting;
using LocalHost.ImportCertificate;
using LocalHost.Tests.ImportCertificate;
using SampleInvoices;

namespace LocalHost.Tests.EndToEnd;

/// <summary>The commands of the README, typed in a folder of the user's: paths are taken from there.</summary>
public sealed class UsersFolderTests : IAsyncLifetime
{
    private readonly RunFolder _folder = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _folder.DeleteAsync();

    [Fact]
    public async Task DotnetRun_RelativePaths_StartWhereTheUserStands()
    {
        _folder.WriteInvoice("faktura.xml", "FV/U/1");

        using HostProcess host = HostProcess.Start(DotnetRun("--drop", "faktura.xml", "--out", "out", "--data", "data", "--once"));

        (await host.WaitForExitAsync()).ShouldBe(ExitCode.Success, host.Errors);
        File.Exists(_folder.ResultOf("faktura.xml")).ShouldBeTrue();
        Directory.Exists(Path.Combine(_folder.Data, "azurite")).ShouldBeTrue();
    }

    [Fact]
    public async Task DotnetRun_ImportCertificate_ReadsTheFilesWhereTheUserStands()
    {
        using var files = new PortalFiles();
        using X509Certificate2 seal = CompanySeal.Make(SampleNips.Seller, TimeProvider.System);
        (string certificate, string key) = files.Pem(seal);
        _folder.Write("x.crt", await File.ReadAllBytesAsync(certificate));
        _folder.Write("x.key", await File.ReadAllBytesAsync(key));
        ProcessStartInfo start = DotnetRun(
            ImportCommandLine.Name, "--nip", SampleNips.Seller, "--certificate", "x.crt", "--key", "x.key", "--environment", "test", "--dry-run");
        start.Environment[ImportPassword.Variable] = PortalFiles.Password;

        using HostProcess host = HostProcess.Start(start);

        (await host.WaitForExitAsync()).ShouldBe(ExitCode.Success, host.Output + host.Errors);
        host.Output.ShouldContain(seal.Thumbprint);
    }

    private ProcessStartInfo DotnetRun(params string[] arguments)
    {
        string configuration = typeof(UsersFolderTests).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;
        string project = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(FunctionApp.LocalSettings)!, "..", "LocalHost"));
        return new ProcessStartInfo("dotnet", ["run", "--no-build", "--configuration", configuration, "--project", project, "--", .. arguments]) { WorkingDirectory = _folder.Path };
    }
}
