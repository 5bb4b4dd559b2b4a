using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Azure;
using KsefFunctions.Errors;
using KsefFunctions.Intake;
using KsefFunctions.Storage;

namespace KsefFunctions.Validation;

/// <summary>The original bytes of a file: archived once, then always read from there.</summary>
public sealed class SourceFiles(InvoiceStorage storage)
{
    /// <summary>Puts the original bytes into the archive.</summary>
    /// <exception cref="SourceRefusedException">The inbox no longer holds the bytes that the trigger saw.</exception>
    public async Task ArchiveAsync(FileReference file, CancellationToken cancellationToken)
    {
        // A replay works on what was archived; the ERP may have cleaned its folder since.
        await using var download = file.Attempt > 1
            ? null
            : await OpenDroppedAsync(file, cancellationToken);
        if (download is not null)
        {
            await storage.CreateOnceAsync(BlobArea.Archive, file.ArchivedOriginal, download.Content, cancellationToken);
        }
        else if (!await storage.ExistsAsync(BlobArea.Archive, file.ArchivedOriginal, cancellationToken))
        {
            throw new SourceRefusedException(FileErrors.Replaced.Record());
        }
    }

    /// <summary>The invoices of the file, in the same order and with the same ordinals at every reading.</summary>
    /// <exception cref="SourceRefusedException">The file as a whole cannot or must not be read.</exception>
    public async IAsyncEnumerable<SourceInvoice> ReadAsync(FileReference file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        switch (KindOf(file))
        {
            case FileKind.Invoice:
                yield return await ReadSingleAsync(file, cancellationToken);
                break;

            case FileKind.Archive:
                Refuse(file, SourceLimits.LargestArchive);
                await using (var archive = await storage.OpenReadAsync(BlobArea.Archive, file.ArchivedOriginal, cancellationToken))
                {
                    await foreach (var invoice in InvoiceArchive.ReadAsync(archive, cancellationToken))
                    {
                        yield return invoice;
                    }
                }

                break;

            default:
                throw new SourceRefusedException(Path.GetExtension(file.Path) is { Length: > 0 } ending ? FileErrors.UnknownKind.Record(ending) : FileErrors.NoEnding.Record());
        }
    }

    // The ERP may have dropped the same bytes again since: another version, but the same file.
    private async Task<BlobDownload?> OpenDroppedAsync(FileReference file, CancellationToken cancellationToken)
    {
        if (await storage.DownloadAsync(BlobArea.Inbox, file.Path, new ETag(file.ETag), cancellationToken) is { } seen)
        {
            return seen;
        }

        await using var newer = await storage.DownloadAsync(BlobArea.Inbox, file.Path, expected: null, cancellationToken);
        return newer is not null && Convert.ToHexStringLower(await SHA256.HashDataAsync(newer.Content, cancellationToken)) == file.Sha256
            ? await storage.DownloadAsync(BlobArea.Inbox, file.Path, newer.ETag, cancellationToken)
            : null;
    }

    private static FileKind KindOf(FileReference file)
    {
        if (!InboxPath.TryParse(file.Path, out var path))
        {
            throw new SourceRefusedException(FileErrors.WrongFolder.Record());
        }

        return path.Kind;
    }

    private async Task<SourceInvoice> ReadSingleAsync(FileReference file, CancellationToken cancellationToken)
    {
        Refuse(file, SourceLimits.LargestInvoice);
        var blob = await storage.ReadAsync(BlobArea.Archive, file.ArchivedOriginal, cancellationToken)
            ?? throw new InvalidOperationException($"The archive lacks the original of {file.Id}.");
        return new SourceInvoice(1, Path.GetFileName(file.Path), blob.Content);
    }

    private static void Refuse(FileReference file, long limit)
    {
        if (file.Size > limit)
        {
            throw new SourceRefusedException(FileErrors.TooLarge.Record(file.Size, limit));
        }
    }
}
