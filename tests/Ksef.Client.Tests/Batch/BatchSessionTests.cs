using System.Net;
using System.Security.Cryptography;
using System.Text.Json;

namespace Ksef.Client.Tests;

public sealed class BatchSessionTests
{
    private const string Open = "POST sessions/batch";
    private static readonly byte[] Content = [1, 2, 3, 4];
    private static readonly BatchPackagePart Part = new(1, 4, Convert.ToBase64String(SHA256.HashData(Content)));

    [Fact]
    public async Task Open_DescribesThePackageAndReturnsWhereThePartsGo()
    {
        await using var client = new TestClient();
        client.Ksef.On(Open, _ => Answers.Json(
            """
            {"referenceNumber":"20250626-SB-213D593000-4DE10D80A5-E9","partUploadRequests":[
              {"ordinalNumber":2,"method":"PUT","url":"https://storage.test/2?sig=b","headers":{"x-ms-blob-type":"BlockBlob"}},
              {"ordinalNumber":1,"method":"PUT","url":"https://storage.test/1?sig=a","headers":{"x-ms-blob-type":"BlockBlob"}}]}
            """,
            HttpStatusCode.Created));
        var package = new BatchPackage(CompressionType.TarGz, 7, "cGFj", [Part, new BatchPackagePart(2, 9, "dHdv")]);

        var session = await client.Context.Batch.OpenAsync(new FormCode("FA (3)", "1-0E", "FA"), package, new SessionEncryption("a", "b", null), true, default);

        session.ReferenceNumber.Kind.ShouldBe("SB");
        session.Parts.Select(part => (part.OrdinalNumber, part.Url.ToString(), part.FileSize)).ShouldBe(
            [(1, "https://storage.test/1?sig=a", 4), (2, "https://storage.test/2?sig=b", 9)]);
        session.ToString().ShouldNotContain("sig=");
        session.Parts[0].ToString().ShouldNotContain("sig=");
        client.Ksef.Last(Open).Text.ShouldBe(
            """{"formCode":{"systemCode":"FA (3)","schemaVersion":"1-0E","value":"FA"},"batchFile":{"fileSize":7,"fileHash":"cGFj","compressionType":"TarGz","fileParts":["""
            + $$"""{"ordinalNumber":1,"fileSize":4,"fileHash":{{JsonSerializer.Serialize(Part.FileHash)}}},{"ordinalNumber":2,"fileSize":9,"fileHash":"dHdv"}]},"encryption":{"encryptedSymmetricKey":"a","initializationVector":"b"},"offlineMode":true}""");
    }

    [Fact]
    public async Task Open_AddressOfAPartMissing_IsUnavailable()
    {
        await using var client = new TestClient();
        client.Ksef.On(Open, _ => Answers.Json("""{"referenceNumber":"20250626-SB-213D593000-4DE10D80A5-E9","partUploadRequests":[]}"""));

        await Should.ThrowAsync<KsefUnavailableException>(() => client.Context.Batch.OpenAsync(
            new FormCode("FA (3)", "1-0E", "FA"), new BatchPackage(CompressionType.Zip, 7, "x", [Part]), new SessionEncryption("a", "b", null), false, default));
    }

    [Fact]
    public async Task UploadPart_SendsGivenHeadersLengthAndBytesWithoutToken()
    {
        await using var client = new TestClient();
        client.Ksef.On("PUT /part", _ => Answers.Empty(HttpStatusCode.Created));

        await client.Context.Batch.UploadPartAsync(Upload(), new MemoryStream(Content), default);

        var request = client.Ksef.Requests.ShouldHaveSingleItem();
        request.Headers.ShouldHaveSingleItem().Key.ShouldBe("x-ms-blob-type");
        request.ContentHeaders!.ContentLength.ShouldBe(4);
        request.ContentHeaders.ContentType.ShouldBeNull();
        request.Body.ShouldBe(Content);
    }

    [Fact]
    public async Task UploadPart_BriefFailure_SendsTheWholePartAgain()
    {
        await using var client = new TestClient();
        client.Ksef.On("PUT /part", () => Answers.Html(HttpStatusCode.ServiceUnavailable), () => Answers.Empty(HttpStatusCode.Created));
        var content = new MemoryStream([9, .. Content]) { Position = 1 };

        await client.Context.Batch.UploadPartAsync(Upload(), content, default);

        client.Ksef.Requests.Select(request => request.Body).ShouldAllBe(body => body.SequenceEqual(Content));
        client.Ksef.Count("PUT /part").ShouldBe(2);
        content.CanRead.ShouldBeTrue();
    }

    [Fact]
    public async Task UploadPart_OtherSuccessThanCreated_IsNoSuccess()
    {
        await using var client = new TestClient();
        client.Ksef.On("PUT /part", _ => Answers.Empty(HttpStatusCode.OK));

        (await Should.ThrowAsync<KsefUnavailableException>(() => client.Context.Batch.UploadPartAsync(Upload(), new MemoryStream(Content), default)))
            .Message.ShouldContain("201");
    }

    [Fact]
    public async Task UploadPart_OtherBytesThanDeclared_IsNoticed()
    {
        await using var client = new TestClient();
        client.Ksef.On("PUT /part", _ => Answers.Empty(HttpStatusCode.Created));

        await Should.ThrowAsync<KsefIntegrityException>(() => client.Context.Batch.UploadPartAsync(Upload(), new MemoryStream([1, 2, 3, 5]), default));
    }

    [Fact]
    public async Task UploadPart_WindowOver_IsARefusalThatDoesNotShowTheAddress()
    {
        await using var client = new TestClient();
        client.Ksef.On("PUT /part", _ =>
        {
            var answer = Answers.Document("<Error/>"u8.ToArray(), string.Empty);
            answer.StatusCode = HttpStatusCode.Forbidden;
            answer.Headers.Add("x-ms-error-code", "AuthenticationFailed");
            return answer;
        });

        var exception = await Should.ThrowAsync<KsefApiException>(() => client.Context.Batch.UploadPartAsync(Upload(), new MemoryStream(Content), default));

        exception.Status.ShouldBe(HttpStatusCode.Forbidden);
        exception.ToString().ShouldNotContain("sig=");
    }

    [Fact]
    public async Task UploadParts_GoInParallel()
    {
        await using var client = new TestClient();
        var uploading = 0;
        var together = new TaskCompletionSource();
        client.Ksef.On("PUT /part", async (_, cancellationToken) =>
        {
            if (Interlocked.Increment(ref uploading) == 3)
            {
                together.SetResult();
            }

            await together.Task.WaitAsync(cancellationToken);
            return Answers.Empty(HttpStatusCode.Created);
        });

        await client.Context.Batch.UploadPartsAsync([Upload(), Upload(), Upload()], (_, _) => Task.FromResult<Stream>(new MemoryStream(Content)), 3, default);

        client.Ksef.Count("PUT /part").ShouldBe(3);
    }

    [Fact]
    public async Task UploadPart_LongerThanACall_HasItsOwnLimit()
    {
        await using var client = new TestClient(options =>
        {
            options.CallTimeout = TimeSpan.FromSeconds(60);
            options.PartUploadTimeout = TimeSpan.FromMinutes(15);
        });
        client.Ksef.On("PUT /part", (_, cancellationToken) =>
        {
            client.Time.Advance(TimeSpan.FromMinutes(14));
            cancellationToken.IsCancellationRequested.ShouldBeFalse();
            return Task.FromResult(Answers.Empty(HttpStatusCode.Created));
        });

        await client.Context.Batch.UploadPartAsync(Upload(), new MemoryStream(Content), default);
    }

    private static PartUpload Upload() => new(
        1,
        "PUT",
        new Uri("https://storage.test/part?sig=abc"),
        new Dictionary<string, string?> { ["x-ms-blob-type"] = "BlockBlob" },
        Part.FileSize,
        Part.FileHash);
}
