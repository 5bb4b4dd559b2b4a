using System.Security.Cryptography.X509Certificates;

namespace Ksef.Client.Tests;

public sealed class SimulatedLoginTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Authenticate_SignedWithEitherKindOfKey_IsAccepted(bool rsa)
    {
        await using var ksef = await SimulatedKsef.StartAsync();
        using var certificate = rsa ? Certificates.Rsa(SimulatedKsef.Nip) : Certificates.Ec(SimulatedKsef.Nip);

        var summary = await ksef.Client(new CertificateCredential(certificate)).AuthenticateAsync(default);

        summary.ReferenceNumber.Kind.ShouldBe("AU");
        summary.ValidUntil.ShouldBeGreaterThan(ksef.Server.Clock.GetUtcNow());
    }

    [Fact]
    public async Task Authenticate_Token_IsAccepted()
    {
        await using var ksef = await SimulatedKsef.StartAsync();

        await ksef.Client(new TokenCredential(await ksef.NewTokenAsync())).AuthenticateAsync(default);
    }

    [Fact]
    public async Task Authenticate_UnknownToken_IsRefusedForGood()
    {
        await using var ksef = await SimulatedKsef.StartAsync();
        var token = await ksef.NewTokenAsync();

        var exception = await Should.ThrowAsync<KsefAuthenticationException>(() => ksef.Client(new TokenCredential(token[..^1])).AuthenticateAsync(default));

        exception.AuthenticationStatus.Code.ShouldBe(AuthenticationStatusCode.InvalidToken);
    }

    [Fact]
    public async Task Authenticate_CertificateOfAnotherCompany_IsRefusedForGood()
    {
        await using var ksef = await SimulatedKsef.StartAsync();
        using X509Certificate2 certificate = Certificates.Ec("5265877635");

        var exception = await Should.ThrowAsync<KsefAuthenticationException>(() => ksef.Client(new CertificateCredential(certificate)).AuthenticateAsync(default));

        exception.AuthenticationStatus.Code.ShouldBe(AuthenticationStatusCode.NoPermissions);
    }

    [Fact]
    public async Task Call_TokenAgesPastFourFifths_IsRefreshedBeforeItEnds()
    {
        await using var ksef = await SimulatedKsef.StartAsync();
        using var certificate = Certificates.Ec(SimulatedKsef.Nip);
        var client = ksef.Client(new CertificateCredential(certificate));

        await client.Limits.GetAsync(default);
        ksef.Server.Clock.Advance(TimeSpan.FromMinutes(12));
        await client.Limits.GetAsync(default);

        ksef.Server.Requests["AuthTokenRefresh"].ShouldBe(1);
        ksef.Server.Requests["AuthTokenRedeem"].ShouldBe(1);
    }

    [Fact]
    public async Task Call_RefreshRefused_LogsInAgain()
    {
        await using var ksef = await SimulatedKsef.StartAsync("refresh-400");
        using var certificate = Certificates.Ec(SimulatedKsef.Nip);
        var client = ksef.Client(new CertificateCredential(certificate));

        await client.Limits.GetAsync(default);
        ksef.Server.Clock.Advance(TimeSpan.FromMinutes(12));
        await client.Limits.GetAsync(default);

        ksef.Server.Requests["AuthTokenRedeem"].ShouldBe(2);
    }

    [Fact]
    public async Task Authenticate_RedeemAnswerLost_RedeemsOnceAndTheNextLoginWorks()
    {
        await using var ksef = await SimulatedKsef.StartAsync("redeem-lost");
        using var certificate = Certificates.Ec(SimulatedKsef.Nip);
        var client = ksef.Client(new CertificateCredential(certificate));

        await Should.ThrowAsync<KsefUnavailableException>(() => client.AuthenticateAsync(default));
        ksef.Server.Requests["AuthTokenRedeem"].ShouldBe(1);
        await client.AuthenticateAsync(default);
    }

    [Fact]
    public async Task Limits_AreThoseOfTheSimulator()
    {
        await using var ksef = await SimulatedKsef.StartAsync();
        using var certificate = Certificates.Ec(SimulatedKsef.Nip);
        var client = ksef.Client(new CertificateCredential(certificate));

        (await client.Limits.GetAsync(default)).BatchSession!.MaxInvoices.ShouldBe(10_000);
        var rates = await client.Limits.GetRateLimitsAsync(default);
        rates.InvoiceSend!.PerHour.ShouldBe(180);
        rates.OnlineSessionClose.ShouldBe(rates.OnlineSession, "closing has no group of its own before API 2.8");
    }
}
