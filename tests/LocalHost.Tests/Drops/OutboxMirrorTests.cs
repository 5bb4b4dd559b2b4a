using Azure.Storage.Blobs;
using LocalHost.Drops;
using LocalHost.Tests.Azurite;

namespace LocalHost.Tests.Drops;

[Collection(AzuriteCollection.Name)]
public sealed class OutboxMirrorTests(AzuriteFixture azurite) : IAsyncLifetime, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mirror-tests-");

    private BlobContainerClient Outbox => azurite.Blobs.GetBlobContainerClient("outbox");

    private string Target => Path.Combine(_folder.FullName, "out");

    public async Task InitializeAsync()
    {
        await Outbox.CreateIfNotExistsAsync();
        foreach (var blob in Outbox.GetBlobs())
        {
            await Outbox.DeleteBlobAsync(blob.Name);
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task CopyAsync_NewAndChangedBlobs_AreInTheFolder()
    {
        var mirror = new OutboxMirror(azurite.Blobs, Target);
        await UploadAsync("1111111111/a.xml.result.json", "first");
        await mirror.CopyAsync(CancellationToken.None);
        await UploadAsync("1111111111/a.xml.result.json", "second");
        await UploadAsync("1111111111/a.xml.upo.xml", "upo");

        await mirror.CopyAsync(CancellationToken.None);

        (await File.ReadAllTextAsync(Path.Combine(Target, "1111111111", "a.xml.result.json"))).ShouldBe("second");
        (await File.ReadAllTextAsync(Path.Combine(Target, "1111111111", "a.xml.upo.xml"))).ShouldBe("upo");
    }

    [Fact]
    public async Task CopyAsync_NameLongerThanAFilesNameMayBe_IsShortenedAndKeepsItsEnding()
    {
        var mirror = new OutboxMirror(azurite.Blobs, Target);
        var name = new string('x', 240);
        await UploadAsync($"1111111111/{name}.result.json", "result");
        await UploadAsync($"1111111111/{name}.upo.xml", "upo");

        await mirror.CopyAsync(CancellationToken.None);

        var files = Directory.GetFiles(Path.Combine(Target, "1111111111"));
        (await File.ReadAllTextAsync(files.Single(file => file.EndsWith(".result.json", StringComparison.Ordinal)))).ShouldBe("result");
        (await File.ReadAllTextAsync(files.Single(file => file.EndsWith(".upo.xml", StringComparison.Ordinal)))).ShouldBe("upo");
    }

    [Theory]
    [InlineData("../escaped.json")]
    [InlineData("1111111111/../../escaped.json")]
    [InlineData("/escaped.json")]
    [InlineData("../outside/escaped.json")]
    public void TargetOf_NameThatLeadsOutOfTheFolder_IsNull(string name) => OutboxMirror.TargetOf(Target, name).ShouldBeNull();

    [Fact]
    public void TargetOf_NameBelowTheFolder_IsItsPath() =>
        OutboxMirror.TargetOf(Target, "1111111111/a/../b.json").ShouldBe(Path.Combine(Target, "1111111111", "b.json"));

    private async Task UploadAsync(string name, string content) => await Outbox.GetBlobClient(name).UploadAsync(BinaryData.FromString(content), overwrite: true);
}
