using System.IO.Compression;
using System.Text;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using LocalHost.Azurite;

namespace KsefFunctions.Tests.Survival;

/// <summary>What Durable Functions has written into the account of the runtime.</summary>
internal sealed class TaskHub(AzuriteProcess azurite)
{
    /// <summary>Queue of the steps that are to be run.</summary>
    public const string Steps = "kseffunctions-workitems";

    private const string Name = "KsefFunctions";
    private const string Orchestrations = "kseffunctions-control-";

    private readonly TableServiceClient _tables = new(azurite.RuntimeConnectionString);
    private readonly BlobServiceClient _blobs = new(azurite.RuntimeConnectionString);
    private readonly QueueServiceClient _queues = new(azurite.RuntimeConnectionString);

    /// <summary>Names of the activities and orchestrations whose failure is in a history.</summary>
    public async Task<IReadOnlyList<string>> FailuresAsync() =>
        await _tables.GetTableClient($"{Name}History")
            .QueryAsync<TableEntity>("EventType eq 'TaskFailed' or EventType eq 'SubOrchestrationInstanceFailed'")
            .Select(row => $"{row.PartitionKey}: {row.GetString("Reason")} {row.GetString("Details")}").ToListAsync();

    /// <summary>Orchestration version of an instance.</summary>
    public async Task<string?> VersionOfAsync(string instanceId) =>
        (await _tables.GetTableClient($"{Name}Instances").GetEntityAsync<TableEntity>(instanceId, string.Empty)).Value.GetString("Version");

    /// <summary>Status of an instance.</summary>
    public async Task<string?> StatusOfAsync(string instanceId) =>
        (await _tables.GetTableClient($"{Name}Instances").GetEntityIfExistsAsync<TableEntity>(instanceId, string.Empty)) is { HasValue: true, Value: { } row }
            ? row.GetString("RuntimeStatus")
            : null;

    /// <summary>How many steps wait to be run, or are in somebody's hands, or were when it was killed: invisible messages count.</summary>
    public Task<int> StepsAsync() => CountAsync(Steps);

    /// <summary>How many messages wait for orchestrations, or are in somebody's hands.</summary>
    public Task<int> OrchestrationMessagesAsync() => CountAsync(Orchestrations);

    /// <summary>Everything that is kept in tables and blobs, by where it is kept.</summary>
    public async Task<IReadOnlyDictionary<string, string>> ContentAsync()
    {
        var content = new Dictionary<string, string>();
        await foreach (var table in _tables.QueryAsync())
        {
            await foreach (var row in _tables.GetTableClient(table.Name).QueryAsync<TableEntity>())
            {
                content[$"{table.Name}/{row.PartitionKey}/{row.RowKey}"] = string.Join('\n', row.Select(column => $"{column.Key}={Text(column.Value)}"));
            }
        }

        await foreach (var container in _blobs.GetBlobContainersAsync())
        {
            var blobs = _blobs.GetBlobContainerClient(container.Name);
            await foreach (var blob in blobs.GetBlobsAsync())
            {
                content[$"{container.Name}/{blob.Name}"] = Unpacked((await blobs.GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content.ToArray());
            }
        }

        return content;
    }

    private async Task<int> CountAsync(string queues)
    {
        var count = 0;
        await foreach (var queue in _queues.GetQueuesAsync(prefix: queues))
        {
            count += (await _queues.GetQueueClient(queue.Name).GetPropertiesAsync()).Value.ApproximateMessagesCount;
        }

        return count;
    }

    private static string Text(object? value) => value is byte[] bytes ? Unpacked(bytes) : $"{value}";

    private static string Unpacked(byte[] bytes)
    {
        if (bytes is not [0x1f, 0x8b, ..])
        {
            return Encoding.UTF8.GetString(bytes);
        }

        using var reader = new StreamReader(new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress));
        return reader.ReadToEnd();
    }
}
