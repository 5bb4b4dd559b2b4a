using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using KsefFunctions.Storage;

namespace KsefFunctions.Ledger;

/// <summary>Records of a kind in the container <c>status</c>: one JSON document for each, which changes under its ETag.</summary>
/// <param name="storage">Where they are.</param>
/// <param name="json">How they are written.</param>
internal sealed class RecordDocuments<TRecord>(InvoiceStorage storage, JsonTypeInfo<TRecord> json)
    where TRecord : class
{
    /// <summary>Writes a document that must not exist yet.</summary>
    /// <returns>The record with its version; null when a document exists already.</returns>
    public async Task<KnownRecord<TRecord>?> TryCreateAsync(string name, TRecord record, IDictionary<string, string>? metadata, CancellationToken cancellationToken)
    {
        await using var document = PooledContent.Json(record, json);
        return await storage.TryCreateAsync(BlobArea.Status, name, document, metadata, cancellationToken) is { } etag ? new KnownRecord<TRecord>(record, etag) : null;
    }

    /// <summary>A record with its version; null when there is none of that name. Streamed: a package of ten thousand invoices has a document of megabytes.</summary>
    public async Task<KnownRecord<TRecord>?> TryReadAsync(string name, CancellationToken cancellationToken)
    {
        await using var blob = await storage.DownloadAsync(BlobArea.Status, name, expected: null, cancellationToken);
        if (blob is null)
        {
            return null;
        }

        var record = await JsonSerializer.DeserializeAsync(blob.Content, json, cancellationToken)
            ?? throw new InvalidOperationException($"The ledger document {name} is empty.");
        return new KnownRecord<TRecord>(record, blob.ETag);
    }

    /// <summary>The record whose document is known to exist, with its version.</summary>
    public async Task<KnownRecord<TRecord>> ReadAsync(string name, CancellationToken cancellationToken) =>
        await TryReadAsync(name, cancellationToken) ?? throw new InvalidOperationException($"The ledger document {name} is missing.");

    /// <summary>Puts a record in the place of the version that is known.</summary>
    /// <returns>The record with its new version; null when another writer was faster.</returns>
    public async Task<KnownRecord<TRecord>?> TryReplaceAsync(
        string name, KnownRecord<TRecord> known, TRecord changed, IDictionary<string, string>? metadata, CancellationToken cancellationToken)
    {
        await using var document = PooledContent.Json(changed, json);
        var written = await storage.TryReplaceAsync(BlobArea.Status, name, document, known.ETag, metadata, cancellationToken);
        return written is { } etag ? new KnownRecord<TRecord>(changed, etag) : null;
    }
}
