using System.Collections.Concurrent;
using Azure.Storage.Blobs;
using KsefFunctions.Files;
using KsefFunctions.Storage;

namespace LocalHost.Drops;

/// <summary>Puts files into the inbox, each under its company, as an ERP does.</summary>
internal sealed class InboxUploader(BlobServiceClient blobs, ContextReader contexts, TimeProvider time)
{
    private const int Parallelism = 16;

    private readonly BlobContainerClient _inbox = blobs.GetBlobContainerClient(ContainerNames.Inbox);

    /// <summary>Uploads all files.</summary>
    /// <param name="drops">What to upload.</param>
    /// <param name="nip">The company of all of them; null takes each file's seller.</param>
    /// <param name="dropping">Told of each file before it appears in the inbox.</param>
    /// <param name="cancellationToken">Stops between files.</param>
    public async Task UploadAsync(IReadOnlyList<Drop> drops, string? nip, Action<DroppedFile> dropping, CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<Drop, string?> sellers = await ReadSellersAsync(drops, nip, cancellationToken);

        // What names no seller goes where the rest goes: its error report belongs to somebody.
        string fallback = drops.Select(drop => sellers[drop]).FirstOrDefault(seller => seller is not null) ?? FileIdentity.NoContext;
        var options = new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(
            drops.Index(), options, async (item, token) => await UploadAsync(item.Item, item.Index, sellers[item.Item] ?? fallback, dropping, token));
    }

    private async Task<IReadOnlyDictionary<Drop, string?>> ReadSellersAsync(IReadOnlyList<Drop> drops, string? nip, CancellationToken cancellationToken)
    {
        var sellers = new ConcurrentDictionary<Drop, string?>();
        await Parallel.ForEachAsync(drops, cancellationToken, (drop, _) =>
        {
            sellers[drop] = nip ?? contexts.Read(drop);
            return ValueTask.CompletedTask;
        });
        return sellers;
    }

    private async Task UploadAsync(Drop drop, int ordinal, string nip, Action<DroppedFile> dropping, CancellationToken cancellationToken)
    {
        string name = $"{nip}/{drop.Name}";
        await using (Stream content = drop.Open())
        {
            string id = FileIdentity.OfDrop(name, await DroppedContent.ReadAsync(content, cancellationToken));
            dropping(new DroppedFile(drop.Name, name, id, time.GetUtcNow(), ordinal));
        }

        await using (Stream content = drop.Open())
        {
            await _inbox.GetBlobClient(name).UploadAsync(content, overwrite: true, cancellationToken);
        }
    }
}
