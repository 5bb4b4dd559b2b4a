using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using KsefSimulator.Tests.Support;

namespace KsefSimulator.Tests.Authentication;

public sealed class KsefTokenTests
{
    [Fact]
    public async Task Login_WithTokenAndChallengeTimestamp_CarriesTheTokensPermissions()
    {
        await using var ksef = await TestKsef.StartAsync();
        var (_, secret) = await IssueAsync(ksef, "InvoiceRead");

        var submitted = await SubmitAsync(ksef, secret);
        (await ksef.StatusAsync(submitted))["code"]!.GetValue<int>().ShouldBe(200);
        var access = (await ksef.RedeemAsync(submitted))["accessToken"]!["token"]!.GetValue<string>();

        (await ksef.GetAsync("limits/context", access)).Status.ShouldBe(HttpStatusCode.OK);
        var refused = await ksef.PostAsync("sessions/online", new JsonObject(), access);
        refused.Status.ShouldBe(HttpStatusCode.Forbidden);
        refused.Json["reasonCode"]!.GetValue<string>().ShouldBe("missing-permissions");
    }

    [Fact]
    public async Task Login_WithAnotherTimestamp_EndsWith450()
    {
        await using var ksef = await TestKsef.StartAsync();
        var (_, secret) = await IssueAsync(ksef, "InvoiceWrite");

        var status = await ksef.StatusAsync(await SubmitAsync(ksef, secret, shift: 1));

        (status["code"]!.GetValue<int>(), status["details"]![0]!.GetValue<string>()).ShouldBe((450, "Nieprawidłowy czas tokena"));
    }

    [Theory]
    [InlineData(true, TestKsef.Nip)]
    [InlineData(false, TestKsef.OtherNip)]
    public async Task Login_WithWrongSecretOrForeignContext_EndsWith450(bool tamper, string nip)
    {
        await using var ksef = await TestKsef.StartAsync();
        var (_, secret) = await IssueAsync(ksef, "InvoiceWrite");

        var status = await ksef.StatusAsync(await SubmitAsync(ksef, tamper ? secret + "0" : secret, nip: nip));

        (status["code"]!.GetValue<int>(), status["details"]![0]!.GetValue<string>()).ShouldBe((450, "Nieprawidłowy token"));
    }

    [Fact]
    public async Task Login_EncryptedForTheOtherUsage_EndsWith450()
    {
        await using var ksef = await TestKsef.StartAsync();
        var (_, secret) = await IssueAsync(ksef, "InvoiceWrite");

        (await ksef.StatusAsync(await SubmitAsync(ksef, secret, usage: "SymmetricKeyEncryption", sendKeyId: false)))["code"]!.GetValue<int>().ShouldBe(450);
        (await SubmitAsync(ksef, secret, usage: "SymmetricKeyEncryption")).Code.ShouldBe(21470);
    }

    [Fact]
    public async Task Login_WithRevokedToken_EndsWith450AndStopsRefresh()
    {
        await using var ksef = await TestKsef.StartAsync();
        var (reference, secret) = await IssueAsync(ksef, "InvoiceWrite");
        var tokens = await ksef.RedeemAsync(await SubmitAsync(ksef, secret));

        (await ksef.CallAsync(HttpMethod.Delete, $"tokens/{reference}", null, await ksef.LoginAsync())).Status.ShouldBe(HttpStatusCode.NoContent);

        (await ksef.StatusAsync(await SubmitAsync(ksef, secret)))["details"]![0]!.GetValue<string>().ShouldBe("Token unieważniony");
        (await ksef.PostAsync("auth/token/refresh", null, tokens["refreshToken"]!["token"]!.GetValue<string>())).Code.ShouldBe(21301);
    }

    [Fact]
    public async Task Issue_ForMoreThanOnesOwnPermissions_Refused26001()
    {
        await using var ksef = await TestKsef.StartAsync();
        await ksef.PostAsync("testdata/permissions", new JsonObject
        {
            ["contextIdentifier"] = new JsonObject { ["type"] = "Nip", ["value"] = TestKsef.Nip },
            ["authorizedIdentifier"] = new JsonObject { ["type"] = "Nip", ["value"] = TestKsef.OtherNip },
            ["permissions"] = new JsonArray(new JsonObject { ["permissionType"] = "InvoiceRead", ["description"] = "Odczyt faktur" }),
        });
        using var certificate = TestCertificate.Seal(TestKsef.OtherNip);
        var access = (await ksef.RedeemAsync(await ksef.SubmitAsync(certificate)))["accessToken"]!["token"]!.GetValue<string>();

        var refused = await ksef.PostAsync("tokens", new JsonObject { ["permissions"] = new JsonArray("InvoiceWrite"), ["description"] = "Za dużo uprawnień" }, access);

        (refused.Code, refused.Detail).ShouldBe((26001, "Brakujące uprawnienia: InvoiceWrite."));
    }

    [Fact]
    public async Task Certificates_ForALoginByToken_Refused()
    {
        await using var ksef = await TestKsef.StartAsync();
        var (_, secret) = await IssueAsync(ksef, "InvoiceRead");
        var access = (await ksef.RedeemAsync(await SubmitAsync(ksef, secret)))["accessToken"]!["token"]!.GetValue<string>();

        (await ksef.GetAsync("certificates/enrollments/data", access)).Code.ShouldBe(25001);
        (await ksef.PostAsync("certificates/enrollments", new JsonObject { ["certificateName"] = "Certyfikat", ["certificateType"] = "Offline", ["csr"] = "AAAA" }, access)).Code.ShouldBe(25002);
        (await ksef.PostAsync("tokens", new JsonObject { ["permissions"] = new JsonArray("InvoiceRead"), ["description"] = "Token z tokena" }, access))
            .Json["reasonCode"]!.GetValue<string>().ShouldBe("auth-method-not-allowed");
    }

    [Fact]
    public async Task Revoke_AnotherTokenWithoutCredentialsManage_Forbidden()
    {
        await using var ksef = await TestKsef.StartAsync();
        var (other, _) = await IssueAsync(ksef, "InvoiceWrite");
        var (own, secret) = await IssueAsync(ksef, "InvoiceRead");
        var access = (await ksef.RedeemAsync(await SubmitAsync(ksef, secret)))["accessToken"]!["token"]!.GetValue<string>();

        (await ksef.GetAsync($"tokens/{other}", access)).Status.ShouldBe(HttpStatusCode.OK);
        (await ksef.CallAsync(HttpMethod.Delete, $"tokens/{other}", null, access)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await ksef.CallAsync(HttpMethod.Delete, $"tokens/{own}", null, access)).Status.ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task List_ByPartOfTheDescription_FindsOne()
    {
        await using var ksef = await TestKsef.StartAsync();
        await IssueAsync(ksef, "InvoiceRead", "Token pierwszy");
        await IssueAsync(ksef, "InvoiceRead", "Token drugi");

        var found = await ksef.GetAsync("tokens?description=DRUGI", await ksef.LoginAsync());

        found.Json["tokens"]!.AsArray().ShouldHaveSingleItem()!["description"]!.GetValue<string>().ShouldBe("Token drugi");
    }

    private static async Task<(string Reference, string Secret)> IssueAsync(TestKsef ksef, string permission, string description = "Token testowy")
    {
        var reply = await ksef.PostAsync("tokens", new JsonObject { ["permissions"] = new JsonArray(permission), ["description"] = description }, await ksef.LoginAsync());
        reply.Status.ShouldBe(HttpStatusCode.Accepted, reply.Text);
        return (reply.Json["referenceNumber"]!.GetValue<string>(), reply.Json["token"]!.GetValue<string>());
    }

    private static async Task<Reply> SubmitAsync(TestKsef ksef, string secret, long shift = 0, string nip = TestKsef.Nip, string usage = "KsefTokenEncryption", bool sendKeyId = true)
    {
        var challenge = (await ksef.PostAsync("auth/challenge")).Json;
        var timestamp = challenge["timestampMs"]!.GetValue<long>() + shift;
        var key = (await ksef.GetAsync("security/public-key-certificates")).Json.AsArray().First(item => item!["usage"]![0]!.GetValue<string>() == usage)!;
        using var certificate = X509CertificateLoader.LoadCertificate(Convert.FromBase64String(key["certificate"]!.GetValue<string>()));
        using var rsa = certificate.GetRSAPublicKey()!;
        var encrypted = rsa.Encrypt(Encoding.UTF8.GetBytes($"{secret}|{timestamp}"), RSAEncryptionPadding.OaepSHA256);
        return await ksef.PostAsync("auth/ksef-token", new JsonObject
        {
            ["Challenge"] = challenge["challenge"]!.GetValue<string>(),
            ["ContextIdentifier"] = new JsonObject { ["Type"] = "Nip", ["Value"] = nip },
            ["EncryptedToken"] = Convert.ToBase64String(encrypted),
            ["PublicKeyId"] = sendKeyId ? key["publicKeyId"]!.GetValue<string>() : null,
        });
    }
}
