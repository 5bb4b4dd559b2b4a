using System.Text.Json;
using Azure.Storage.Blobs;
using LocalHost.Queues;
using LocalHost.Tests.Azurite;
using LocalHost.Triggers.Blobs;
using Microsoft.Azure.Functions.Worker;

namespace LocalHost.Tests.Triggers;

[Collection(AzuriteCollection.Name)]
public sealed class BlobTriggerTests(AzuriteFixture azurite)
{
    private readonly Recorder _recorder = new();

    [Fact]
    public async Task Upload_NewBlob_FiresOnceWithTheWholeName()
    {
        BlobContainerClient inbox = await azurite.NewContainerAsync();
        await using TriggerHarness host = await StartAsync(inbox);

        await UploadAsync(inbox, "5260001246/march/a.xml");

        await SeenAsync("5260001246/march/a.xml");
    }

    [Fact]
    public async Task Upload_BlobReplaced_FiresForTheNewVersion()
    {
        BlobContainerClient inbox = await azurite.NewContainerAsync();
        await using TriggerHarness host = await StartAsync(inbox);
        await UploadAsync(inbox, "a.xml");
        await SeenAsync("a.xml");

        await UploadAsync(inbox, "a.xml");

        await SeenAsync("a.xml", "a.xml");
    }

    [Fact]
    public async Task Upload_AnnouncedAndFoundByPolling_FiresOnce()
    {
        BlobContainerClient inbox = await azurite.NewContainerAsync();
        await using TriggerHarness host = await StartAsync(inbox);
        string eTag = await UploadAsync(inbox, "a.xml");
        host.Events.BlobCreated(inbox.Name, "a.xml", eTag);
        await UploadAsync(inbox, "b.xml");

        await SeenAsync("a.xml", "b.xml");
    }

    [Fact]
    public async Task Restart_BlobHandledBefore_DoesNotFireAgainButMissedOnesDo()
    {
        BlobContainerClient inbox = await azurite.NewContainerAsync();
        await using (TriggerHarness before = await StartAsync(inbox))
        {
            await UploadAsync(inbox, "handled.xml");
            await SeenAsync("handled.xml");
            await ReceiptAsync("handled.xml");
        }

        await UploadAsync(inbox, "missed.xml");
        await using TriggerHarness after = await StartAsync(inbox);

        await SeenAsync("handled.xml", "missed.xml");
    }

    [Fact]
    public async Task Failure_FourTimes_IsTriedAFifthTime()
    {
        BlobContainerClient inbox = await azurite.NewContainerAsync();
        _recorder.Fails = _ => _recorder.Calls.Count < 5;
        await using TriggerHarness host = await StartAsync(inbox);

        await UploadAsync(inbox, "a.xml");

        await SeenAsync("a.xml", "a.xml", "a.xml", "a.xml", "a.xml");
        await ReceiptAsync("a.xml");
    }

    [Fact]
    public async Task Failure_FiveTimes_GoesToThePoisonQueueAndLeavesOthersAlone()
    {
        BlobContainerClient inbox = await azurite.NewContainerAsync();
        _recorder.Fails = call => call == "bad.xml";
        await using TriggerHarness host = await StartAsync(inbox);

        string eTag = await UploadAsync(inbox, "bad.xml");
        await UploadAsync(inbox, "good.xml");

        LockedMessage message = await ReceivePoisonAsync(host, "bad.xml");
        using JsonDocument poison = JsonDocument.Parse(message.Message.Body);
        poison.RootElement.GetProperty("FunctionId").GetString().ShouldBe("Host.Functions.OnBlob");
        poison.RootElement.GetProperty("BlobType").GetString().ShouldBe("BlockBlob");
        poison.RootElement.GetProperty("ContainerName").GetString().ShouldBe(inbox.Name);
        poison.RootElement.GetProperty("ETag").GetString().ShouldBe(eTag);
        await SeenAsync("bad.xml", "bad.xml", "bad.xml", "bad.xml", "bad.xml", "good.xml");
    }

    private static async Task<string> UploadAsync(BlobContainerClient container, string name) =>
        (await container.GetBlobClient(name).UploadAsync(BinaryData.FromString("<x/>"), overwrite: true)).Value.ETag.ToString("H");

    // The poison queue is one for all containers: other tests of this class leave messages too.
    private static async Task<LockedMessage> ReceivePoisonAsync(TriggerHarness host, string blobName)
    {
        LocalQueue queue = await host.Queues.StorageAsync("webjobs-blobtrigger-poison");
        while (true)
        {
            LockedMessage message = await queue.ReceiveAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(20));
            if (new BinaryData(message.Message.Body).ToString().Contains(blobName, StringComparison.Ordinal))
            {
                return message;
            }
        }
    }

    private Task<TriggerHarness> StartAsync(BlobContainerClient inbox) =>
        TriggerHarness.StartAsync<BlobTriggerService>(typeof(Functions), _recorder, azurite.Blobs, time: null, ("INBOX", inbox.Name));

    private async Task SeenAsync(params string[] expected)
    {
        await Eventually.BecomesTrueAsync(() => _recorder.Calls.Count >= expected.Length, $"{expected.Length} calls were made");
        _recorder.Calls.ShouldBe(expected, ignoreOrder: true);
    }

    private Task ReceiptAsync(string blobName) => Eventually.BecomesTrueAsync(
        () => azurite.Blobs.GetBlobContainerClient("azure-webjobs-hosts").GetBlobs().Any(blob => blob.Name.EndsWith($"/{blobName}", StringComparison.Ordinal)),
        "the receipt is written");

    private sealed class Functions(Recorder recorder)
    {
        [Function("OnBlob")]
        public void OnBlob([BlobTrigger("%INBOX%/{name}")] BlobClient blob, string name)
        {
            blob.Name.ShouldBe(name);
            recorder.Add(name);
        }
    }
}
