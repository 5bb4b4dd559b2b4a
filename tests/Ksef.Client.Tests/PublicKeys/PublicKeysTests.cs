using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Ksef.Client.Tests;

public sealed class PublicKeysTests
{
    private const string Route = "GET security/public-key-certificates";

    [Fact]
    public async Task Get_SeveralKeys_TakesTheNewestValidOneOfTheUsage()
    {
        await using var client = new TestClient();
        var now = client.Time.GetUtcNow();
        client.Ksef.On(Route, _ => Answers.Json($"""
            [{Entry("old", now.AddDays(-20), now.AddDays(20), "SymmetricKeyEncryption")},
             {Entry("new", now.AddDays(-2), now.AddDays(20), "SymmetricKeyEncryption")},
             {Entry("future", now.AddDays(1), now.AddDays(20), "SymmetricKeyEncryption")},
             {Entry("over", now.AddDays(-1), now, "SymmetricKeyEncryption")},
             {Entry("token", now.AddDays(-1), now.AddDays(20), "KsefTokenEncryption")},
             {Entry("both", now.AddDays(-3), now.AddDays(20), "KsefTokenEncryption\",\"SymmetricKeyEncryption\",\"SomethingNew")}]
            """));

        (await client.Context.PublicKeys.GetAsync(PublicKeyUsage.SymmetricKeyEncryption, default)).PublicKeyId.ShouldBe("new");
        (await client.Context.PublicKeys.GetAsync(PublicKeyUsage.KsefTokenEncryption, default)).PublicKeyId.ShouldBe("token");
        client.Ksef.Count(Route).ShouldBe(1);
    }

    [Fact]
    public async Task Get_KeptKeyRunsOut_TakesTheNextOneWithoutFetching()
    {
        await using var client = new TestClient();
        var now = client.Time.GetUtcNow();
        client.Ksef.On(Route, _ => Answers.Json($"""
            [{Entry("one", now.AddDays(-1), now.AddHours(1), "SymmetricKeyEncryption")},{Entry("two", now.AddHours(1), now.AddDays(1), "SymmetricKeyEncryption")}]
            """));

        (await client.Context.PublicKeys.GetAsync(PublicKeyUsage.SymmetricKeyEncryption, default)).PublicKeyId.ShouldBe("one");
        client.Time.Advance(TimeSpan.FromHours(1));
        (await client.Context.PublicKeys.GetAsync(PublicKeyUsage.SymmetricKeyEncryption, default)).PublicKeyId.ShouldBe("two");
        client.Ksef.Count(Route).ShouldBe(1);
    }

    [Fact]
    public async Task Get_AfterTheirLifetimeOrForget_FetchesAgain()
    {
        await using var client = new TestClient(options => options.PublicKeyLifetime = TimeSpan.FromHours(6));

        await Get(client);
        client.Time.Advance(TimeSpan.FromHours(6));
        await Get(client);
        client.Context.PublicKeys.Forget();
        await Get(client);

        client.Ksef.Count(Route).ShouldBe(3);
    }

    [Fact]
    public async Task Get_Certificate_GivesItsKey()
    {
        await using var client = new TestClient();
        using var certificate = Certificates.Rsa();
        var now = client.Time.GetUtcNow();
        client.Ksef.On(Route, _ => Answers.Json($"[{Entry("x", now.AddDays(-1), now.AddDays(1), "SymmetricKeyEncryption", certificate.RawData)}]"));

        var key = await Get(client);

        using var rsa = certificate.GetRSAPrivateKey()!;
        rsa.Decrypt(key.Encrypt([1, 2, 3]), RSAEncryptionPadding.OaepSHA256).ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task Get_EntryThatCannotBeRead_IsLeftOut()
    {
        await using var client = new TestClient();
        using var ec = Certificates.Ec();
        var now = client.Time.GetUtcNow();
        client.Ksef.On(Route, _ => Answers.Json($$"""
            [{{Entry("ec", now.AddDays(-1), now.AddDays(1), "SymmetricKeyEncryption", ec.RawData)}},
             {"certificate":"!","publicKeyId":"broken","validFrom":"{{now.AddDays(-1):O}}","validTo":"{{now.AddDays(1):O}}","usage":["SymmetricKeyEncryption"]},
             {{Entry("good", now.AddDays(-2), now.AddDays(1), "SymmetricKeyEncryption")}}]
            """));

        (await Get(client)).PublicKeyId.ShouldBe("good");
        client.Log.Lines.Count(line => line.Contains(" 2008 ")).ShouldBe(2);
    }

    [Fact]
    public async Task Get_NoKeyForTheUsage_IsUnavailable()
    {
        await using var client = new TestClient();
        client.Ksef.On(Route, _ => Answers.Json("[]"));

        await Should.ThrowAsync<KsefUnavailableException>(() => Get(client));
    }

    private static Task<KsefPublicKey> Get(TestClient client) => client.Context.PublicKeys.GetAsync(PublicKeyUsage.SymmetricKeyEncryption, default);

    private static string Entry(string id, DateTimeOffset from, DateTimeOffset to, string usage, byte[]? der = null)
    {
        using var ksef = new ScriptedKsef(new ManualTime());
        var certificate = Convert.ToBase64String(der ?? ksef.PrivateKey.ExportSubjectPublicKeyInfo());
        return $$"""{"certificate":"{{certificate}}","publicKeyId":"{{id}}","validFrom":"{{from:O}}","validTo":"{{to:O}}","usage":["{{usage}}"]}""";
    }
}
