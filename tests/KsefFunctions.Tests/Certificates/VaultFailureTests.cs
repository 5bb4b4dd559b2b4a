using KeyVaultServer;
using KsefFunctions.Certificates;
using KsefFunctions.Errors;
using LocalHost.Tests;
using LocalHost.Tests.Vault;

namespace KsefFunctions.Tests.Certificates;

public sealed class VaultFailureTests
{
    public static TheoryData<VaultFault, string> PassingFaults => new()
    {
        { VaultFault.Throttled, "HTTP 429" },
        { VaultFault.Broken, "HTTP 503" },
    };

    [Fact]
    public async Task Get_NoSuchItem_IsMissing()
    {
        await using var vault = await VaultHarness.StartAsync();

        var failure = await Should.ThrowAsync<PipelineException>(() => vault.GetAsync());

        failure.Definition.ShouldBe(CertificateErrors.NoCredential);
        vault.Vault.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Get_Forbidden_NeedsAPersonAndNamesTheReason()
    {
        await using var vault = await VaultHarness.StartAsync();
        vault.Vault.Fail(VaultFault.Forbidden);

        var failure = await Should.ThrowAsync<PipelineException>(() => vault.GetAsync());

        failure.Definition.ShouldBe(CertificateErrors.VaultRefused);
        failure.Definition.Kind.ShouldBe(ErrorKind.Technical);
        PipelineException.ArgumentsIn(failure.Message).ShouldBe([VaultHarness.Nip, "403", "ForbiddenByRbac"]);
        vault.Vault.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(PassingFaults))]
    public async Task Get_VaultIsAway_IsTransientSoThatTheStepIsRepeated(VaultFault fault, string reason)
    {
        await using var vault = await VaultHarness.StartAsync();
        vault.Store(TestCertificates.Company(VaultHarness.Nip));
        vault.Vault.Fail(fault);

        var failure = await Should.ThrowAsync<PipelineException>(() => vault.GetAsync());

        failure.Definition.ShouldBe(CertificateErrors.VaultUnavailable);
        failure.Definition.Kind.ShouldBe(ErrorKind.Transient);
        failure.Message.ShouldContain(reason);
        vault.Vault.Requests.Count.ShouldBe(3);
        vault.Vault.Fail(null);
        await vault.GetAsync();
    }

    [Fact]
    public async Task Get_ThrottledForAMoment_IsRepeatedWithinTheCall()
    {
        await using var vault = await VaultHarness.StartAsync();
        var stored = vault.Store(TestCertificates.Company(VaultHarness.Nip));
        vault.Vault.Fail(VaultFault.Throttled, times: 2);

        (await vault.ThumbprintAsync()).ShouldBe(stored);
    }

    [Fact]
    public async Task Get_VaultDoesNotAnswer_GivesUpInTime()
    {
        await using var vault = await VaultHarness.StartAsync();
        vault.Vault.Fail(VaultFault.Hanging);

        var asking = vault.GetAsync();
        await RunningApp.EventuallyAsync(() => Task.FromResult(vault.Vault.Requests.Count > 0), () => "the vault is asked");
        vault.Time.Advance(TimeSpan.FromSeconds(20));

        var failure = await Should.ThrowAsync<PipelineException>(() => asking);
        failure.Definition.ShouldBe(CertificateErrors.VaultUnavailable);
        failure.Message.ShouldContain("no answer in 20 s");
    }

    [Fact]
    public async Task Get_OneCallerGivesUp_TheOthersStillGetIt()
    {
        await using var vault = await VaultHarness.StartAsync();
        vault.Store(TestCertificates.Company(VaultHarness.Nip));
        using var impatient = new CancellationTokenSource();
        vault.Vault.Fail(VaultFault.Throttled, times: 1);

        var first = vault.GetAsync(cancellationToken: impatient.Token);
        var second = vault.GetAsync();
        await impatient.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => first);
        (await second).ShouldNotBeNull();
    }

    [Theory]
    [InlineData(403)]
    [InlineData(429)]
    [InlineData(503)]
    public async Task Get_VaultAwayWhileACredentialIsKept_ServesOnUntilItEnds(int status)
    {
        await using var vault = await VaultHarness.StartAsync();
        var stored = vault.Store(TestCertificates.Company(VaultHarness.Nip, notAfter: vault.Time.GetUtcNow().AddDays(1)));
        await vault.GetAsync();
        vault.Vault.Fail(new VaultFault(status, "Unhappy", "ForbiddenByRbac", RetryAfter: 0));

        vault.Time.Advance(TimeSpan.FromMinutes(15));
        (await vault.ThumbprintAsync()).ShouldBe(stored);
        var asked = vault.Vault.Requests.Count;
        (await vault.ThumbprintAsync()).ShouldBe(stored);

        vault.Vault.Requests.Count.ShouldBe(asked, "a vault in trouble is left alone for a minute");
        vault.Log.Lines.ShouldContain(line => line.Contains("serves on", StringComparison.Ordinal));
        vault.Time.Advance(TimeSpan.FromDays(1));
        (await Should.ThrowAsync<PipelineException>(() => vault.GetAsync())).Definition
            .ShouldBe(status == 403 ? CertificateErrors.VaultRefused : CertificateErrors.VaultUnavailable);
    }

    [Fact]
    public async Task Get_EndpointThatNobodyVouchesFor_GetsNoRequest()
    {
        await using var vault = await VaultHarness.StartAsync(trusted: false);
        vault.Store(TestCertificates.Company(VaultHarness.Nip));

        var failure = await Should.ThrowAsync<PipelineException>(() => vault.GetAsync());

        failure.Definition.ShouldBe(CertificateErrors.VaultUnavailable);
        failure.ToString().ShouldContain("AuthenticationException");
        vault.Vault.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Get_VaultOfAnotherName_IsNotCalledWithItsToken()
    {
        await using var vault = await NamedVault.StartAsync();
        var client = VaultClient.Create(new Uri("https://kv-ksef-tests.vault.example/"), vault.Identity, transport: vault.Transport());

        await Should.ThrowAsync<PipelineException>(() =>
            new CredentialVault(client, new ManualTimeProvider(TestCertificates.Start)).ReadAsync(VaultHarness.Nip, version: null, CancellationToken.None));

        vault.Requests.ShouldBeEmpty();
    }
}
