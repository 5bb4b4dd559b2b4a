using System.Net;
using System.Text.Json.Nodes;
using KsefSimulator.Tests.Support;

namespace KsefSimulator.Tests.Authentication;

public sealed class TokenLifetimeTests
{
    [Fact]
    public async Task Redeem_Twice_Refused21301()
    {
        await using var ksef = await TestKsef.StartAsync();
        using var certificate = TestCertificate.Seal(TestKsef.Nip);
        var submitted = await ksef.SubmitAsync(certificate);
        await ksef.RedeemAsync(submitted);

        var again = await ksef.PostAsync("auth/token/redeem", null, submitted.Json["authenticationToken"]!["token"]!.GetValue<string>());

        again.Code.ShouldBe(21301);
        again.Detail.ShouldBe($"Tokeny dla operacji uwierzytelniania {submitted.Json["referenceNumber"]} zostały już pobrane.");
    }

    [Fact]
    public async Task Status_AfterSevenDays_IsGoneAndOfNoLoginUnknown()
    {
        await using var ksef = await TestKsef.StartAsync();
        using var certificate = TestCertificate.Seal(TestKsef.Nip);
        var submitted = await ksef.SubmitAsync(certificate);
        var token = Token(submitted.Json, "authenticationToken");
        var other = await ksef.SubmitAsync(certificate);

        (await ksef.GetAsync($"auth/{other.Json["referenceNumber"]}", token)).Status.ShouldNotBe(HttpStatusCode.OK);
        ksef.Server.Clock.Advance(TimeSpan.FromDays(8));

        (await ksef.GetAsync($"auth/{submitted.Json["referenceNumber"]}", token)).Status.ShouldBeOneOf(HttpStatusCode.Gone, HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task AccessToken_AfterItsLifetime_Refused401AndRefreshable()
    {
        await using var ksef = await TestKsef.StartAsync();
        using var certificate = TestCertificate.Seal(TestKsef.Nip);
        var tokens = await ksef.RedeemAsync(await ksef.SubmitAsync(certificate));
        var access = Token(tokens, "accessToken");
        (await ksef.GetAsync("limits/context", access)).Status.ShouldBe(HttpStatusCode.OK);

        ksef.Server.Clock.Advance(TimeSpan.FromMinutes(16));

        (await ksef.GetAsync("limits/context", access)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        var refreshed = await ksef.PostAsync("auth/token/refresh", null, Token(tokens, "refreshToken"));
        (await ksef.GetAsync("limits/context", Token(refreshed.Json, "accessToken"))).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Refresh_AfterSessionRevoked_Refused21301WhileAccessTokenStillWorks()
    {
        await using var ksef = await TestKsef.StartAsync();
        using var certificate = TestCertificate.Seal(TestKsef.Nip);
        var tokens = await ksef.RedeemAsync(await ksef.SubmitAsync(certificate));

        (await ksef.CallAsync(HttpMethod.Delete, "auth/sessions/current", null, Token(tokens, "refreshToken"))).Status.ShouldBe(HttpStatusCode.NoContent);

        var refused = await ksef.PostAsync("auth/token/refresh", null, Token(tokens, "refreshToken"));
        refused.Code.ShouldBe(21301);
        refused.Detail.ShouldBe("Status uwierzytelnienia (425) nie pozwala na odświeżenie tokenu dostępowego.");
        (await ksef.GetAsync("limits/context", Token(tokens, "accessToken"))).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task AccessToken_OfAnotherTypeOrTampered_Refused401()
    {
        await using var ksef = await TestKsef.StartAsync();
        using var certificate = TestCertificate.Seal(TestKsef.Nip);
        var tokens = await ksef.RedeemAsync(await ksef.SubmitAsync(certificate));
        var access = Token(tokens, "accessToken");

        (await ksef.GetAsync("limits/context", Token(tokens, "refreshToken"))).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await ksef.GetAsync("limits/context", access[..^3] + (access[^3] == 'A' ? 'B' : 'A') + access[^2..])).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await ksef.GetAsync("limits/context")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Sessions_AfterOneLogin_ListItAsCurrent()
    {
        await using var ksef = await TestKsef.StartAsync();

        var item = (await ksef.GetAsync("auth/sessions", await ksef.LoginAsync())).Json["items"]!.AsArray().ShouldHaveSingleItem()!;

        item["isCurrent"]!.GetValue<bool>().ShouldBeTrue();
        item["isTokenRedeemed"]!.GetValue<bool>().ShouldBeTrue();
        item["refreshTokenValidUntil"].ShouldNotBeNull();
    }

    [Fact]
    public async Task Errors_WithoutTheProblemDetailsHeader_ComeInTheLegacyShape()
    {
        await using var ksef = await TestKsef.StartAsync();
        ksef.Http.DefaultRequestHeaders.Remove("X-Error-Format");

        var reply = await ksef.SubmitAsync("<a/>");

        reply.Json["exception"]!["exceptionDetailList"]![0]!["exceptionCode"]!.GetValue<int>().ShouldBe(9102);
    }

    private static string Token(JsonNode tokens, string name) => tokens[name]!["token"]!.GetValue<string>();
}
