using System.Globalization;
using System.Security.Cryptography;
using KsefFunctions.Files;
using KsefFunctions.Sources;
using KsefFunctions.Storage;

namespace KsefFunctions.Results;

/// <summary>
/// The receipts in the outbox. A receipt stays where it is: one of another content goes under a name with its hash, so that what a result names is
/// always of that result, whenever it is fetched.
/// </summary>
public sealed class ReceiptCopies(InvoiceStorage storage)
{
    /// <summary>
    /// Copies the receipts of a file from the archive. A single invoice has one, <c>{path}.upo.xml</c>. A package has its session's pages under that name,
    /// the second as <c>{path}.upo.2.xml</c>, and the receipts of single invoices, where there are any, under their KSeF numbers.
    /// </summary>
    /// <param name="record">The file.</param>
    /// <param name="path">Name in the inbox.</param>
    /// <param name="droppedAt">When the content was dropped last under that name.</param>
    /// <param name="atHand">A receipt that was archived a moment ago and need not be read again; null when there is none.</param>
    /// <param name="cancellationToken">Stops the copying.</param>
    /// <returns>Their names in the outbox.</returns>
    public async Task<IReadOnlyList<string>> WriteAsync(
        FileRecord record, string path, DateTimeOffset droppedAt, ArchivedReceipt? atHand, CancellationToken cancellationToken)
    {
        var marks = new OutboxMarks(droppedAt, record.Sha256);
        var names = new List<string>();
        var page = 0;
        foreach (var upo in record.Upos)
        {
            var numbered = UpoNames.IsPage(upo) || record.Invoices.Count == 1;
            page += numbered ? 1 : 0;
            var suffix = numbered
                ? page == 1 ? "upo.xml" : string.Create(CultureInfo.InvariantCulture, $"upo.{page}.xml")
                : $"{Path.GetFileNameWithoutExtension(upo)}.upo.xml";
            await using var copy = atHand?.Name == upo ? BinaryData.FromBytes(atHand.Content).ToStream() : await ReadAsync(upo, cancellationToken);
            names.Add(await WriteAsync(path, suffix, copy, marks, cancellationToken));
        }

        return names;
    }

    /// <summary>Copies the invoices that were made of a company's data: they are the legal documents, and nobody else has them.</summary>
    /// <param name="record">The file.</param>
    /// <param name="path">Name in the inbox.</param>
    /// <param name="droppedAt">When the content was dropped last under that name.</param>
    /// <param name="cancellationToken">Stops the copying.</param>
    /// <returns>Their name in the outbox; null where none was made.</returns>
    public async Task<string?> WriteMadeAsync(FileRecord record, string path, DateTimeOffset droppedAt, CancellationToken cancellationToken)
    {
        if (!record.IsMapped
            || record.Invoices.All(row => row.Size == 0)
            || await MappedNames.FindAsync(storage, record.ContextNip, record.Sha256, record.Attempt, cancellationToken) is not { } made)
        {
            return null;
        }

        await using var copy = await ReadAsync(made, cancellationToken);
        return await WriteAsync(path, OutboxNames.MadeSuffix, copy, new OutboxMarks(droppedAt, record.Sha256), cancellationToken);
    }

    private async Task<Stream> ReadAsync(string upo, CancellationToken cancellationToken)
    {
        await using var document = await storage.DownloadAsync(BlobArea.Archive, upo, expected: null, cancellationToken)
            ?? throw new InvalidOperationException($"The archive lacks the receipt {upo}.");
        return await PooledContent.CopyAsync(document.Content, cancellationToken);
    }

    // Under the plain name, or, where that belongs to another content, under one of its own.
    private async Task<string> WriteAsync(string path, string suffix, Stream copy, OutboxMarks marks, CancellationToken cancellationToken)
    {
        var plain = OutboxNames.Of(path, suffix);
        if (await TryWriteAsync(plain, copy, marks, cancellationToken))
        {
            return plain;
        }

        var own = OutboxNames.OfContent(path, marks.Sha256!, suffix);
        return await TryWriteAsync(own, copy, marks, cancellationToken)
            ? own
            : throw new InvalidOperationException($"{own} in the outbox is of another content, though its name says otherwise.");
    }

    // False when the name belongs to another content.
    private async Task<bool> TryWriteAsync(string name, Stream receipt, OutboxMarks marks, CancellationToken cancellationToken)
    {
        while (!await storage.CreateOnceAsync(BlobArea.Outbox, name, receipt, cancellationToken, marks.ToMetadata()))
        {
            await using var there = await storage.DownloadAsync(BlobArea.Outbox, name, expected: null, cancellationToken);
            if (there is null)
            {
                continue;
            }

            if (!await IsOwnAsync(there, receipt, marks, cancellationToken))
            {
                return false;
            }

            // A replay may have found more pages, which puts others in this place.
            if (await storage.TryReplaceAsync(BlobArea.Outbox, name, receipt, there.ETag, marks.ToMetadata(), cancellationToken) is not null)
            {
                return true;
            }
        }

        return true;
    }

    // Versions that did not note the content: the same receipt is of the same invoices.
    private static async Task<bool> IsOwnAsync(BlobDownload there, Stream receipt, OutboxMarks marks, CancellationToken cancellationToken)
    {
        if (OutboxMarks.Read(there.Metadata).Sha256 is { } known)
        {
            return known == marks.Sha256;
        }

        receipt.Position = 0;
        var mine = await SHA256.HashDataAsync(receipt, cancellationToken);
        var its = await SHA256.HashDataAsync(there.Content, cancellationToken);
        return mine.AsSpan().SequenceEqual(its);
    }
}
