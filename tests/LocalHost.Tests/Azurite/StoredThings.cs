using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace LocalHost.Tests.Azurite;

/// <summary>A blob, a queue message and a table row of one account, written and read by the real clients.</summary>
internal sealed class StoredThings(string connectionString)
{
    private readonly BlobClient _blob = new(connectionString, "things", "thing");
    private readonly QueueClient _queue = new(connectionString, "things");
    private readonly TableClient _table = new(connectionString, "things");

    public async Task WriteAsync(string text)
    {
        await new BlobContainerClient(connectionString, "things").CreateAsync();
        await _blob.UploadAsync(BinaryData.FromString(text));
        await _queue.CreateAsync();
        await _queue.SendMessageAsync(text);
        await _table.CreateAsync();
        await _table.AddEntityAsync(new TableEntity("things", "thing") { ["Text"] = text });
    }

    public async Task ShouldHoldAsync(string text)
    {
        (await _blob.DownloadContentAsync()).Value.Content.ToString().ShouldBe(text);
        (await _queue.PeekMessagesAsync(maxMessages: 32)).Value.ShouldHaveSingleItem().MessageText.ShouldBe(text);
        (await _table.GetEntityAsync<TableEntity>("things", "thing")).Value.GetString("Text").ShouldBe(text);
    }

    public async Task ShouldHoldNothingAsync()
    {
        (await _blob.ExistsAsync()).Value.ShouldBeFalse();
        (await _queue.ExistsAsync()).Value.ShouldBeFalse();
        (await new TableServiceClient(connectionString).QueryAsync().ToListAsync()).ShouldBeEmpty();
    }
}
