using System.Security.Cryptography;
using Azure;
using KsefFunctions.Errors;
using KsefFunctions.Files;
using KsefFunctions.Storage;

namespace KsefFunctions.Sources;

/// <summary>The original bytes of a file: archived once, then always read from there.</summary>
public sealed class SourceFiles(InvoiceStorage storage)
{
    /// <summary>Puts the original bytes into the archive.</summary>
    /// <exception cref="SourceRefusedException">The inbox no longer holds the bytes that the trigger saw.</exception>
    public async Task ArchiveAsync(FileReference file, CancellationToken cancellationToken)
    {
        // Later attempts work on what was archived; the ERP may have cleaned its folder since.
        if (file.Attempt > 1 && await storage.ExistsAsync(BlobArea.Archive, file.ArchivedOriginal, cancellationToken))
        {
            return;
        }

        await using var download = await OpenDroppedAsync(file, cancellationToken);
        if (download is not null)
        {
            await storage.CreateOnceAsync(BlobArea.Archive, file.ArchivedOriginal, download.Content, cancellationToken);
        }
        else if (!await storage.ExistsAsync(BlobArea.Archive, file.ArchivedOriginal, cancellationToken))
        {
            throw new SourceRefusedException(FileErrors.Replaced.Record());
        }
    }

    /// <summary>Opens the file to read its invoices.</summary>
    /// <exception cref="SourceRefusedException">The file as a whole cannot or must not be read.</exception>
    public async Task<IInvoiceSource> OpenAsync(FileReference file, CancellationToken cancellationToken)
    {
        Refuse(file, file.IsArchive ? SourceLimits.LargestArchive : SourceLimits.LargestInvoice);
        return file.IsArchive
            ? await InvoiceArchive.OpenAsync(await storage.OpenReadAsync(BlobArea.Archive, file.ArchivedOriginal, cancellationToken), cancellationToken)
            : new SingleInvoice(await ReadSingleAsync(file, cancellationToken));
    }

    // The ERP may have dropped the same bytes again since: another version, but the same file.
    private async Task<BlobDownload?> OpenDroppedAsync(FileReference file, CancellationToken cancellationToken)
    {
        if (file.ETag.Length > 0 && await storage.DownloadAsync(BlobArea.Inbox, file.Path, new ETag(file.ETag), cancellationToken) is { } seen)
        {
            return seen;
        }

        await using var newer = await storage.DownloadAsync(BlobArea.Inbox, file.Path, expected: null, cancellationToken);
        return newer is not null && Convert.ToHexStringLower(await SHA256.HashDataAsync(newer.Content, cancellationToken)) == file.Sha256
            ? await storage.DownloadAsync(BlobArea.Inbox, file.Path, newer.ETag, cancellationToken)
            : null;
    }

    private async Task<SourceInvoice> ReadSingleAsync(FileReference file, CancellationToken cancellationToken)
    {
        var blob = await storage.ReadAsync(BlobArea.Archive, file.ArchivedOriginal, cancellationToken)
            ?? throw new InvalidOperationException($"The archive lacks the original of {file.Id}.");
        return new SourceInvoice(1, Path.GetFileName(file.Path), blob.Content);
    }

    private static void Refuse(FileReference file, long limit)
    {
        if (file.Size == 0)
        {
            throw new SourceRefusedException(FileErrors.Empty.Record());
        }

        if (file.Size > limit)
        {
            throw new SourceRefusedException(FileErrors.TooLarge.Record(file.Size, limit));
        }
    }
}
