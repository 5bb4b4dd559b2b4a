using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Ksef.Client.Tests;

public sealed class AuthenticationTests
{
    private const string Redeem = "POST auth/token/redeem";
    private const string Refresh = "POST auth/token/refresh";
    private const string Challenge = "POST auth/challenge";
    private const string Status = "GET auth/20250514-AU-2DFC46C000-3AC6D5877F-D4";
    private const string LimitsRoute = "GET limits/context";

    [Fact]
    public async Task Authenticate_Token_EncryptsTokenAndKsefsOwnTimeForKsef()
    {
        await using var client = new TestClient();

        var summary = await client.Context.AuthenticateAsync(default);

        summary.ReferenceNumber.Value.ShouldBe("20250514-AU-2DFC46C000-3AC6D5877F-D4");
        summary.ValidUntil.ShouldBe(client.Time.GetUtcNow() + TimeSpan.FromMinutes(15));
        var request = JsonDocument.Parse(client.Ksef.Last("POST auth/ksef-token").Body).RootElement;
        request.GetProperty("challenge").GetString().ShouldBe("20250625-CR-20F5EE4000-DA48AE4124-46");
        request.GetProperty("contextIdentifier").GetRawText().ShouldBe("""{"type":"Nip","value":"5265877635"}""");
        request.GetProperty("publicKeyId").GetString().ShouldBe(client.Ksef.PublicKeyId());
        var encrypted = request.GetProperty("encryptedToken").GetBytesFromBase64();
        Encoding.UTF8.GetString(client.Ksef.PrivateKey.Decrypt(encrypted, RSAEncryptionPadding.OaepSHA256))
            .ShouldBe($"{TestClient.Token}|{client.Time.GetUtcNow().ToUnixTimeMilliseconds()}");
        client.Ksef.Last(Status).Bearer.ShouldBe("authentication-1");
        client.Ksef.Last(Redeem).Bearer.ShouldBe("authentication-1");
    }

    [Fact]
    public async Task Authenticate_Certificate_SendsSignedRequestAsXml()
    {
        using var certificate = Certificates.Ec();
        await using var client = new TestClient(options => options.VerifyCertificateChain = false, new CertificateCredential(certificate));

        await client.Context.AuthenticateAsync(default);

        var request = client.Ksef.Last("POST auth/xades-signature");
        request.Address.Query.ShouldBe("?verifyCertificateChain=false");
        request.ContentHeaders!.ContentType!.MediaType.ShouldBe("application/xml");
        request.Text.ShouldContain("<Nip>5265877635</Nip>");
        request.Text.ShouldContain("SignatureValue");
        client.Ksef.Requests.ShouldNotContain(one => one.Path == "security/public-key-certificates");
    }

    [Fact]
    public async Task Authenticate_InProgressAndUnknownStatus_AsksAgain()
    {
        await using var client = new TestClient();
        client.Ksef.On(
            Status,
            () => Answers.Json("""{"status":{"code":100,"description":"in progress"}}"""),
            () => Answers.Json("""{"status":{"code":123,"description":"new"}}"""),
            () => Answers.Json("""{"status":{"code":200,"description":"ok","details":null}}"""));

        await client.Context.AuthenticateAsync(default);

        client.Ksef.Count(Status).ShouldBe(3);
        client.Ksef.Count(Redeem).ShouldBe(1);
    }

    [Theory]
    [InlineData(415)]
    [InlineData(425)]
    [InlineData(450)]
    [InlineData(460)]
    [InlineData(470)]
    [InlineData(480)]
    [InlineData(499)]
    public async Task Authenticate_FinalStatus_ThrowsItAndRedeemsNothing(int code)
    {
        await using var client = new TestClient();
        client.Ksef.On(Status, _ => Answers.Json($$"""{"status":{"code":{{code}},"description":"Opis","details":["Szczegół"]} }"""));

        var exception = await Should.ThrowAsync<KsefAuthenticationException>(() => client.Context.AuthenticateAsync(default));

        ((int)exception.AuthenticationStatus.Code).ShouldBe(code);
        exception.AuthenticationStatus.Details.ShouldBe(["Szczegół"]);
        exception.Message.ShouldContain(code.ToString(System.Globalization.CultureInfo.InvariantCulture));
        client.Ksef.Count(Redeem).ShouldBe(0);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(550)]
    public async Task Authenticate_CancelledByKsef_IsUnavailable(int code)
    {
        await using var client = new TestClient();
        client.Ksef.On(Status, _ => Answers.Json($$"""{"status":{"code":{{code}},"description":"Opis"} }"""));

        await Should.ThrowAsync<KsefUnavailableException>(() => client.Context.AuthenticateAsync(default));
    }

    [Fact]
    public async Task Authenticate_KsefNeverDecides_GivesUpAfterTheLimit()
    {
        await using var client = new TestClient(options => options.AuthenticationTimeout = TimeSpan.FromMinutes(2));
        client.Ksef.On(Status, _ =>
        {
            client.Time.Advance(TimeSpan.FromSeconds(30));
            return Answers.Json("""{"status":{"code":100,"description":"in progress"}}""");
        });

        await Should.ThrowAsync<KsefUnavailableException>(() => client.Context.AuthenticateAsync(default));

        client.Ksef.Count(Status).ShouldBe(5);
    }

    [Fact]
    public async Task Authenticate_RedeemFails_IsNotSentAgain()
    {
        await using var client = new TestClient();
        client.Ksef.On(Redeem, _ => Answers.Html(HttpStatusCode.BadGateway));

        await Should.ThrowAsync<KsefUnavailableException>(() => client.Context.AuthenticateAsync(default));

        client.Ksef.Count(Redeem).ShouldBe(1);
    }

    [Fact]
    public async Task Authenticate_AfterLostRedeem_StartsANewLogin()
    {
        await using var client = new TestClient();
        client.Ksef.On(
            Redeem,
            () => throw new HttpRequestException("reset"),
            () => Answers.Json("""{"accessToken":{"token":"a","validUntil":"2026-10-05T09:00:00Z"},"refreshToken":{"token":"r","validUntil":"2026-10-12T09:00:00Z"}}"""));

        await Should.ThrowAsync<KsefUnavailableException>(() => client.Context.AuthenticateAsync(default));
        await client.Context.AuthenticateAsync(default);

        client.Ksef.Count(Challenge).ShouldBe(2);
        client.Ksef.Last(Redeem).Bearer.ShouldBe("authentication-2");
    }

    [Fact]
    public async Task Authenticate_KeyNotKnownAnyMore_FetchesKeysOnceAndTakesANewChallenge()
    {
        await using var client = new TestClient();
        client.Ksef.On("POST auth/ksef-token", _ => Answers.Refusal(KsefErrorCode.UnknownPublicKey));

        var exception = await Should.ThrowAsync<KsefApiException>(() => client.Context.AuthenticateAsync(default));

        exception.Has(KsefErrorCode.UnknownPublicKey).ShouldBeTrue();
        client.Ksef.Count("GET security/public-key-certificates").ShouldBe(2);
        client.Ksef.Count("POST auth/ksef-token").ShouldBe(2);
        client.Ksef.Count(Challenge).ShouldBe(2);
    }

    [Fact]
    public async Task Call_BeforeFourFifthsOfTheLife_UsesTheSameToken()
    {
        await using var client = Ready();

        await client.Context.Limits.GetAsync(default);
        client.Time.Advance(TimeSpan.FromMinutes(12) - TimeSpan.FromSeconds(1));
        await client.Context.Limits.GetAsync(default);

        client.Ksef.Last(LimitsRoute).Bearer.ShouldBe("access-1");
        client.Ksef.Count(Refresh).ShouldBe(0);
    }

    [Fact]
    public async Task Call_AtFourFifthsOfTheLife_RefreshesFirst()
    {
        await using var client = Ready();

        await client.Context.Limits.GetAsync(default);
        client.Time.Advance(TimeSpan.FromMinutes(12));
        await client.Context.Limits.GetAsync(default);

        client.Ksef.Last(Refresh).Bearer.ShouldBe("refresh");
        client.Ksef.Last(LimitsRoute).Bearer.ShouldBe("access-2");
        client.Ksef.Count(Redeem).ShouldBe(1);
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest)]
    [InlineData(HttpStatusCode.Unauthorized)]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.TooManyRequests)]
    public async Task Call_RefreshFails_AuthenticatesAnew(HttpStatusCode status)
    {
        await using var client = Ready();
        client.Ksef.On(Refresh, _ => Answers.Problem("""{"errors":[{"code":21301,"description":"Brak autoryzacji."}]}""", status));

        await client.Context.Limits.GetAsync(default);
        client.Time.Advance(TimeSpan.FromMinutes(12));
        await client.Context.Limits.GetAsync(default);

        client.Ksef.Count(Refresh).ShouldBe(1);
        client.Ksef.Count(Redeem).ShouldBe(2);
        client.Ksef.Last(LimitsRoute).Bearer.ShouldBe("access-2");
    }

    [Fact]
    public async Task Call_RefreshTokenOver_AuthenticatesAnewWithoutRefreshing()
    {
        await using var client = Ready();

        await client.Context.Limits.GetAsync(default);
        client.Time.Advance(TimeSpan.FromDays(8));
        await client.Context.Limits.GetAsync(default);

        client.Ksef.Count(Refresh).ShouldBe(0);
        client.Ksef.Count(Redeem).ShouldBe(2);
    }

    [Fact]
    public async Task Call_AnotherCredentialByNow_PresentsItInPlaceOfRefreshing()
    {
        await using var client = Ready();

        await client.Context.Limits.GetAsync(default);
        client.Credential.Current = new TokenCredential("20261001-EC-NEWER|nip-5265877635|fedcba9876543210");
        client.Time.Advance(TimeSpan.FromMinutes(12));
        await client.Context.Limits.GetAsync(default);

        client.Ksef.Count(Refresh).ShouldBe(0);
        client.Ksef.Count(Redeem).ShouldBe(2);
        client.Ksef.Last(LimitsRoute).Bearer.ShouldBe("access-2");
    }

    [Fact]
    public async Task Call_SameCredentialReadAnew_Refreshes()
    {
        await using var client = Ready();

        await client.Context.Limits.GetAsync(default);
        client.Credential.Current = new TokenCredential(TestClient.Token);
        client.Time.Advance(TimeSpan.FromMinutes(12));
        await client.Context.Limits.GetAsync(default);

        client.Ksef.Count(Refresh).ShouldBe(1);
        client.Ksef.Count(Redeem).ShouldBe(1);
    }

    [Fact]
    public async Task Call_TokenStatesItsOwnLife_ClockOfThisMachineDoesNotMatter()
    {
        await using var client = Ready();
        var payload = Convert.ToBase64String("""{"iat":1700000000,"exp":1700000900}"""u8).TrimEnd('=');
        client.Ksef.On(Redeem, _ => Answers.Json(
            "{\"accessToken\":{\"token\":\"h." + payload + ".s\",\"validUntil\":\"2001-01-01T00:00:00Z\"},\"refreshToken\":{\"token\":\"r\",\"validUntil\":\"2099-01-01T00:00:00Z\"}}"));

        await client.Context.Limits.GetAsync(default);
        client.Time.Advance(TimeSpan.FromMinutes(11));
        await client.Context.Limits.GetAsync(default);
        client.Ksef.Count(Refresh).ShouldBe(0);
        client.Time.Advance(TimeSpan.FromMinutes(1));
        await client.Context.Limits.GetAsync(default);

        client.Ksef.Count(Refresh).ShouldBe(1);
    }

    [Fact]
    public async Task Call_TokenRefused_AuthenticatesOnceAndRepeatsTheCall()
    {
        await using var client = Ready();
        client.Ksef.On(LimitsRoute, Answers.Unauthorized, () => Answers.Json("{}"));

        await client.Context.Limits.GetAsync(default);

        client.Ksef.Count(LimitsRoute).ShouldBe(2);
        client.Ksef.Count(Redeem).ShouldBe(2);
        client.Ksef.Last(LimitsRoute).Bearer.ShouldBe("access-2");
    }

    [Fact]
    public async Task Call_NewTokenRefusedToo_ThrowsTheRefusal()
    {
        await using var client = Ready();
        client.Ksef.On(LimitsRoute, _ => Answers.Empty(HttpStatusCode.Unauthorized));

        var exception = await Should.ThrowAsync<KsefApiException>(() => client.Context.Limits.GetAsync(default));

        exception.Status.ShouldBe(HttpStatusCode.Unauthorized);
        client.Ksef.Count(LimitsRoute).ShouldBe(2);
        client.Ksef.Count(Redeem).ShouldBe(2);
    }

    [Fact]
    public async Task Calls_AtTheSameTime_ShareOneLogin()
    {
        await using var client = Ready();
        var release = new TaskCompletionSource();
        client.Ksef.On(Challenge, async (_, cancellationToken) =>
        {
            await release.Task.WaitAsync(cancellationToken);
            return Answers.Json("""{"challenge":"20250625-CR-20F5EE4000-DA48AE4124-46","timestamp":"2026-10-05T08:00:00Z"}""");
        });

        var calls = Enumerable.Range(0, 20).Select(_ => client.Context.Limits.GetAsync(default)).ToList();
        release.SetResult();
        await Task.WhenAll(calls);

        client.Ksef.Count(Challenge).ShouldBe(1);
        client.Ksef.Count(Redeem).ShouldBe(1);
        client.Ksef.Count(LimitsRoute).ShouldBe(20);
    }

    [Fact]
    public async Task Call_OneCallerGivesUp_LoginGoesOnForTheOthers()
    {
        await using var client = Ready();
        var release = new TaskCompletionSource();
        client.Ksef.On(Challenge, async (_, cancellationToken) =>
        {
            await release.Task.WaitAsync(cancellationToken);
            return Answers.Json("""{"challenge":"20250625-CR-20F5EE4000-DA48AE4124-46","timestamp":"2026-10-05T08:00:00Z"}""");
        });
        using var impatient = new CancellationTokenSource();

        var first = client.Context.Limits.GetAsync(impatient.Token);
        var second = client.Context.Limits.GetAsync(default);
        await impatient.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => first);
        release.SetResult();
        await second;

        client.Ksef.Count(Challenge).ShouldBe(1);
    }

    [Fact]
    public async Task For_SameIdentifier_GivesTheSameContext()
    {
        await using var client = new TestClient();

        client.Contexts.For(ContextIdentifier.Nip("5265877635")).ShouldBeSameAs(client.Context);
        client.Contexts.For(ContextIdentifier.Nip("1111111111")).ShouldNotBeSameAs(client.Context);
    }

    private static TestClient Ready()
    {
        var client = new TestClient();
        client.Ksef.On(LimitsRoute, _ => Answers.Json("""{"onlineSession":{"maxInvoices":10000,"maxInvoiceSizeInMB":1},"batchSession":null}"""));
        return client;
    }
}
