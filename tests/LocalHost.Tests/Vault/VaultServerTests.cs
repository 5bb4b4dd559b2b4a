using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using KeyVaultServer;
using KsefFunctions.Certificates;
using LocalHost.Credentials;

namespace LocalHost.Tests.Vault;

public sealed class VaultServerTests : IDisposable
{
    private const string Name = "ksef-5265877635";

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("vault-tests-");

    private VaultOptions Kept => new() { DataDirectory = Path.Combine(_data.FullName, "vault") };

    public void Dispose() => _data.Delete(recursive: true);

    [Fact]
    public async Task StartAsync_StoppedAndStartedAgain_KeepsEachVersionAsItWas()
    {
        IReadOnlyList<VaultItem> written;
        await using (VaultServer first = await VaultServer.StartAsync(Kept, CancellationToken.None))
        {
            using X509Certificate2 certificate = CompanySeal.Make("5265877635", TimeProvider.System);
            first.Content.AddCertificate(Name, certificate, new Dictionary<string, string> { ["ksef-environment"] = "test" });
            first.Content.Disable(first.Content.AddSecret(Name, "a|b|c"));
            first.Content.AddSecret("gone", "value");
            first.Content.Delete("gone");
            written = first.Content.Versions(Name);
        }

        await using VaultServer second = await VaultServer.StartAsync(Kept, CancellationToken.None);

        second.Content.Names.ShouldBe([Name]);
        second.Content.Versions(Name).ToList().ShouldBeEquivalentTo(written.ToList());
        second.Content.Versions(Name).Select(version => version.Enabled).ShouldBe([true, false]);
        second.Content.AddSecret(Name, "newer").Created.ShouldBeGreaterThan(written[^1].Created);
    }

    [Fact]
    public async Task StartAsync_DataDirectory_IsForTheUserAlone()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        await using VaultServer vault = await VaultServer.StartAsync(Kept, CancellationToken.None);
        vault.Content.AddSecret(Name, "a|b|c");

        string[] files = Directory.GetFiles(Kept.DataDirectory!, "*", SearchOption.AllDirectories);

        files.Select(Path.GetFileName).ShouldBe(["identity", "tls.pfx", $"{Name}.json"], ignoreOrder: true);
        foreach (string file in files)
        {
            File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite, file);
        }

        File.GetUnixFileMode(Kept.DataDirectory!).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    [Theory]
    [InlineData("secrets/ksef-5265877635.json")]
    [InlineData("tls.pfx")]
    public async Task StartAsync_KeptFileIsDamaged_NamesIt(string file)
    {
        await using (VaultServer first = await VaultServer.StartAsync(Kept, CancellationToken.None))
        {
            first.Content.AddSecret(Name, "a|b|c");
        }

        string path = Path.Combine(Kept.DataDirectory!, file);
        await File.WriteAllTextAsync(path, "{");

        VaultException damaged = await Should.ThrowAsync<VaultException>(() => VaultServer.StartAsync(Kept, CancellationToken.None));

        damaged.Message.ShouldContain(Path.GetFileName(path));
    }

    [Fact]
    public async Task StartAsync_CertificateAboutToEnd_MakesAnother()
    {
        var time = new ManualTimeProvider(DateTimeOffset.UtcNow);
        await using VaultServer first = await VaultServer.StartAsync(Kept with { Time = time }, CancellationToken.None);
        time.Advance(TimeSpan.FromDays(334));
        await using VaultServer sameYear = await VaultServer.StartAsync(Kept with { Time = time }, CancellationToken.None);
        time.Advance(TimeSpan.FromDays(2));
        await using VaultServer yearAfter = await VaultServer.StartAsync(Kept with { Time = time }, CancellationToken.None);

        sameYear.Thumbprint.ShouldBe(first.Thumbprint);
        yearAfter.Thumbprint.ShouldNotBe(first.Thumbprint);
    }

    [Fact]
    public async Task StartAsync_PreferredPortTaken_TakesAnotherForThatListenerOnly()
    {
        VaultPorts wished;
        await using (VaultServer first = await VaultServer.StartAsync(new VaultOptions(), CancellationToken.None))
        {
            wished = first.Ports;
        }

        using var other = new TcpListener(IPAddress.Loopback, wished.Vault);
        other.Start();
        await using VaultServer second = await VaultServer.StartAsync(new VaultOptions { PreferredPorts = wished }, CancellationToken.None);

        second.Ports.Vault.ShouldNotBe(wished.Vault);
        second.Ports.Identity.ShouldBe(wished.Identity);
        second.Content.AddSecret(Name, "served");
        (await VaultClient.Create(second.Address, second.Identity, second.Thumbprint).GetSecretAsync(Name)).Value.Value.ShouldBe("served");
    }

    [Fact]
    public async Task WatchAsync_EndsUnasked_Throws()
    {
        await using VaultServer vault = await VaultServer.StartAsync(new VaultOptions(), CancellationToken.None);
        Task watching = vault.WatchAsync();
        watching.IsCompleted.ShouldBeFalse();

        vault.Lifetime.StopApplication();

        await Should.ThrowAsync<VaultException>(() => watching);
    }

    [Fact]
    public async Task WatchAsync_Disposed_Completes()
    {
        VaultServer vault = await VaultServer.StartAsync(new VaultOptions(), CancellationToken.None);
        Task watching = vault.WatchAsync();

        await vault.DisposeAsync();

        await watching;
    }

    [Theory]
    [InlineData("")]
    [InlineData("../outside")]
    [InlineData("name with spaces")]
    public async Task AddSecret_NameThatKeyVaultDoesNotTake_IsRefused(string name)
    {
        await using VaultServer vault = await VaultServer.StartAsync(Kept, CancellationToken.None);

        Should.Throw<ArgumentException>(() => vault.Content.AddSecret(name, "value"));

        vault.Content.Names.ShouldBeEmpty();
    }
}
