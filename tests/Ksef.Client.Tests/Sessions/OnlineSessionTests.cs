using System.Security.Cryptography;
using System.Text.Json;

namespace Ksef.Client.Tests;

public sealed class OnlineSessionTests
{
    private const string Open = "POST sessions/online";
    private const string Send = "POST sessions/online/20250625-SO-2C3E6C8000-B675CF5D68-07/invoices";
    private static readonly FormCode Fa3 = new("FA (3)", "1-0E", "FA");
    private static readonly SessionEncryption Encryption = new("a2V5", "dmVjdG9y", "aWQ=");
    private static readonly byte[] Ciphertext = [1, 2, 3];
    private static readonly EncryptedInvoice Described = new("aGFzaA==", 2, Convert.ToBase64String(SHA256.HashData(Ciphertext)), 3);

    [Fact]
    public async Task Open_SendsFormCodeAndEncryption()
    {
        await using var client = new TestClient();
        client.Ksef.On(Open, _ => Answers.Json(
            """{"referenceNumber":"20250625-SO-2C3E6C8000-B675CF5D68-07","validUntil":"2026-10-05T20:00:00+00:00"}""", System.Net.HttpStatusCode.Created));

        var session = await client.Context.Online.OpenAsync(Fa3, Encryption, default);

        session.ReferenceNumber.ShouldBe(TestClient.Session);
        session.ValidUntil.ShouldBe(new DateTimeOffset(2026, 10, 5, 20, 0, 0, TimeSpan.Zero));
        client.Ksef.Last(Open).Text.ShouldBe(
            """{"formCode":{"systemCode":"FA (3)","schemaVersion":"1-0E","value":"FA"},"encryption":{"encryptedSymmetricKey":"a2V5","initializationVector":"dmVjdG9y","publicKeyId":"aWQ="}}""");
    }

    [Fact]
    public async Task Open_KeyNotKnownAnyMore_DropsTheKeysSoThatTheNextSessionGetsNewOnes()
    {
        await using var client = new TestClient();
        client.Ksef.On(Open, _ => Answers.Refusal(KsefErrorCode.UnknownPublicKey));
        await client.Context.PublicKeys.GetAsync(PublicKeyUsage.SymmetricKeyEncryption, default);

        await Should.ThrowAsync<KsefApiException>(() => client.Context.Online.OpenAsync(Fa3, Encryption, default));
        await client.Context.PublicKeys.GetAsync(PublicKeyUsage.SymmetricKeyEncryption, default);

        client.Ksef.Count("GET security/public-key-certificates").ShouldBe(2);
        client.Ksef.Count(Open).ShouldBe(1);
    }

    [Fact]
    public async Task Send_SendsHashesSizesAndCiphertext()
    {
        await using var client = new TestClient();
        client.Ksef.On(Send, _ => Answers.Json("""{"referenceNumber":"20250625-EE-319D7EE000-B67F415CDC-2C"}""", System.Net.HttpStatusCode.Accepted));

        var invoice = await client.Context.Online.SendAsync(TestClient.Session, Described, Ciphertext, null, default);

        invoice.ShouldBe(TestClient.Invoice);
        var body = JsonDocument.Parse(client.Ksef.Last(Send).Body).RootElement;
        body.GetProperty("invoiceHash").GetString().ShouldBe("aGFzaA==");
        body.GetProperty("invoiceSize").GetInt64().ShouldBe(2);
        body.GetProperty("encryptedInvoiceHash").GetString().ShouldBe(Described.EncryptedInvoiceHash);
        body.GetProperty("encryptedInvoiceSize").GetInt64().ShouldBe(3);
        body.GetProperty("encryptedInvoiceContent").GetBytesFromBase64().ShouldBe(Ciphertext);
        body.GetProperty("offlineMode").GetBoolean().ShouldBeFalse();
        body.TryGetProperty("hashOfCorrectedInvoice", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Send_TechnicalCorrection_NamesTheCorrectedInvoice()
    {
        await using var client = new TestClient();
        client.Ksef.On(Send, _ => Answers.Json("""{"referenceNumber":"20250625-EE-319D7EE000-B67F415CDC-2C"}"""));

        await client.Context.Online.SendAsync(TestClient.Session, Described, Ciphertext, new SendOptions { OfflineMode = true, HashOfCorrectedInvoice = "b3JpZw==" }, default);

        var body = JsonDocument.Parse(client.Ksef.Last(Send).Body).RootElement;
        body.GetProperty("offlineMode").GetBoolean().ShouldBeTrue();
        body.GetProperty("hashOfCorrectedInvoice").GetString().ShouldBe("b3JpZw==");
    }

    [Fact]
    public async Task Send_AnswerLost_IsNotSentAgain()
    {
        await using var client = new TestClient();
        client.Ksef.On(Send, _ => throw new HttpRequestException("reset"));

        await Should.ThrowAsync<KsefUnavailableException>(() => client.Context.Online.SendAsync(TestClient.Session, Described, Ciphertext, null, default));

        client.Ksef.Count(Send).ShouldBe(1);
    }

    [Fact]
    public async Task Send_TokenRefused_IsSentAgainWithTheWholeBody()
    {
        await using var client = new TestClient();
        client.Ksef.On(Send, Answers.Unauthorized, () => Answers.Json("""{"referenceNumber":"20250625-EE-319D7EE000-B67F415CDC-2C"}"""));

        await client.Context.Online.SendAsync(TestClient.Session, Described, Ciphertext, null, default);

        var bodies = client.Ksef.Requests.Where(request => request.Path.EndsWith("/invoices", StringComparison.Ordinal)).Select(request => request.Text).ToList();
        bodies.Count.ShouldBe(2);
        bodies[1].ShouldBe(bodies[0]);
    }

    [Fact]
    public async Task Send_CiphertextDamaged_SendsNothing()
    {
        await using var client = new TestClient();

        await Should.ThrowAsync<KsefIntegrityException>(() =>
            client.Context.Online.SendAsync(TestClient.Session, Described, new byte[] { 1, 2, 4 }, null, default));

        client.Ksef.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Close_NoContent_IsSuccess()
    {
        await using var client = new TestClient();
        client.Ksef.On("POST sessions/online/20250625-SO-2C3E6C8000-B675CF5D68-07/close", _ => Answers.Empty(System.Net.HttpStatusCode.NoContent));

        await client.Context.Online.CloseAsync(TestClient.Session, default);
    }
}
