using System.Security.Cryptography;
using KsefFunctions.Storage;

namespace KsefFunctions.Tests.Storage;

[Collection(SharedAppTests.Name)]
public sealed class InvoiceStorageTests(SharedApp shared)
{
    private readonly InvoiceStorage _storage = new(shared.App.Blobs);

    [Fact]
    public async Task CreateOnce_StreamOfSeveralBlocks_WritesAllOfItAndNeverAgain()
    {
        var first = RandomNumberGenerator.GetBytes(9_000_000);
        var second = RandomNumberGenerator.GetBytes(9_000_000);

        (await CopyAsync(first, "first", "streamed")).ShouldBeTrue();
        (await CopyAsync(second, "second", "streamed")).ShouldBeFalse();

        var streamed = await _storage.ReadAsync(BlobArea.Archive, "tests/streamed", CancellationToken.None);
        streamed!.Content.Span.SequenceEqual(first).ShouldBeTrue();
    }

    [Fact]
    public async Task TryReplace_StreamThatWasWrittenBefore_WritesItFromItsStart()
    {
        await using var content = BinaryData.FromString("the same text").ToStream();
        await _storage.CreateOnceAsync(BlobArea.Archive, "tests/one", content, CancellationToken.None);
        await _storage.CreateOnceAsync(BlobArea.Archive, "tests/other", "another text"u8.ToArray(), CancellationToken.None);
        var other = await _storage.ReadAsync(BlobArea.Archive, "tests/other", CancellationToken.None);

        await _storage.TryReplaceAsync(BlobArea.Archive, "tests/other", content, other!.ETag, metadata: null, CancellationToken.None);

        var replaced = await _storage.ReadAsync(BlobArea.Archive, "tests/other", CancellationToken.None);
        replaced!.Content.ToArray().ShouldBe("the same text"u8.ToArray());
    }

    // A download cannot be read again, so it is not known how long it is.
    private async Task<bool> CopyAsync(byte[] content, string from, string to)
    {
        await _storage.CreateOnceAsync(BlobArea.Archive, $"tests/{from}", content, CancellationToken.None);
        await using var download = await _storage.DownloadAsync(BlobArea.Archive, $"tests/{from}", expected: null, CancellationToken.None);
        return await _storage.CreateOnceAsync(BlobArea.Archive, $"tests/{to}", download!.Content, CancellationToken.None);
    }
}
