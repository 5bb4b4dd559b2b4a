using System.Security.Cryptography;
using Azure;
using KsefFunctions.Errors;
using KsefFunctions.Files;
using KsefFunctions.Storage;

namespace KsefFunctions.Sources;

/// <summary>The original bytes of a file: archived once, then always read from there.</summary>
public sealed class SourceFiles(InvoiceStorage storage, RecentContents recent)
{
    /// <summary>Opens the file to read the invoices that it holds.</summary>
    /// <param name="file">The file, archived.</param>
    /// <param name="content">Its bytes, where they are at hand.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="SourceRefusedException">The file as a whole cannot or must not be read.</exception>
    public async Task<IInvoiceSource> OpenAsync(FileReference file, ReadOnlyMemory<byte>? content, CancellationToken cancellationToken)
    {
        if (file.IsMapped)
        {
            return await FindMappedAsync(file, cancellationToken) ?? throw new InvalidOperationException($"The archive lacks the mapped invoices of {file.Id}.");
        }

        if (file.IsArchive)
        {
            return await InvoiceArchive.OpenAsync(await OpenOriginalAsync(file, content, cancellationToken), cancellationToken);
        }

        Refuse(file, SourceLimits.LargestInvoice);
        return new SingleInvoice(new SourceInvoice(1, Path.GetFileName(file.Path), content ?? await ReadSingleAsync(file, cancellationToken)));
    }

    /// <summary>Opens the file to read its invoices.</summary>
    /// <exception cref="SourceRefusedException">The file as a whole cannot or must not be read.</exception>
    public Task<IInvoiceSource> OpenAsync(FileReference file, CancellationToken cancellationToken) =>
        OpenAsync(file, recent.Find(file.ArchivedOriginal)?.ToMemory(), cancellationToken);

    /// <summary>The original bytes, in a stream that can seek.</summary>
    /// <exception cref="SourceRefusedException">There are none, or too many.</exception>
    public async Task<Stream> OpenOriginalAsync(FileReference file, ReadOnlyMemory<byte>? content, CancellationToken cancellationToken)
    {
        Refuse(file, SourceLimits.LargestArchive);
        return content is { } known ? BinaryData.FromBytes(known).ToStream() : await storage.OpenReadAsync(BlobArea.Archive, file.ArchivedOriginal, cancellationToken);
    }

    /// <summary>The invoices that the latest attempt made of a company's data; null when none did.</summary>
    public async Task<MappedSource?> FindMappedAsync(FileReference file, CancellationToken cancellationToken) =>
        await MappedNames.FindAsync(storage, file.ContextNip, file.Sha256, file.Attempt, cancellationToken) is { } name
            ? await MappedSource.OpenAsync(await storage.OpenReadAsync(BlobArea.Archive, name, cancellationToken), cancellationToken)
            : null;

    /// <summary>Archives what an attempt made; of two that do it at once the first counts.</summary>
    public Task ArchiveMappedAsync(FileReference file, Stream package, CancellationToken cancellationToken) =>
        storage.CreateOnceAsync(BlobArea.Archive, ArchiveNames.Mapped(file.ContextNip, file.Sha256, file.Attempt), package, cancellationToken);

    /// <summary>Puts the original bytes into the archive as soon as a small file is seen: nothing that happens to the drop after it matters.</summary>
    public async Task ArchiveAsync(FileReference file, BinaryData content, CancellationToken cancellationToken)
    {
        await storage.CreateOnceAsync(BlobArea.Archive, file.ArchivedOriginal, content.ToMemory(), cancellationToken);
        recent.Keep(file.ArchivedOriginal, content);
    }

    /// <summary>Puts the original bytes into the archive, unless they were put there when the file was seen.</summary>
    /// <returns>The bytes, where it read them whole: most files are small, and nearly as many are read once only.</returns>
    /// <exception cref="SourceRefusedException">The inbox no longer holds the bytes that the trigger saw.</exception>
    public async Task<ReadOnlyMemory<byte>?> ArchiveAsync(FileReference file, CancellationToken cancellationToken)
    {
        if (recent.Find(file.ArchivedOriginal) is { } archived)
        {
            return archived.ToMemory();
        }

        // Later attempts work on what was archived; the ERP may have cleaned its folder since.
        if (file.Attempt > 1 && await storage.ExistsAsync(BlobArea.Archive, file.ArchivedOriginal, cancellationToken))
        {
            return null;
        }

        await using var download = await OpenDroppedAsync(file, cancellationToken);
        if (download is null)
        {
            return await storage.ExistsAsync(BlobArea.Archive, file.ArchivedOriginal, cancellationToken) ? null : throw new SourceRefusedException(FileErrors.Replaced.Record());
        }

        if (file.IsArchive || file.Size is 0 or > SourceLimits.LargestInvoice)
        {
            await storage.CreateOnceAsync(BlobArea.Archive, file.ArchivedOriginal, download.Content, cancellationToken);
            return null;
        }

        var content = new byte[file.Size];
        await download.Content.ReadExactlyAsync(content, cancellationToken);
        await ArchiveAsync(file, BinaryData.FromBytes(content), cancellationToken);
        return content;
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

    private async Task<ReadOnlyMemory<byte>> ReadSingleAsync(FileReference file, CancellationToken cancellationToken) =>
        (await storage.ReadAsync(BlobArea.Archive, file.ArchivedOriginal, cancellationToken)
            ?? throw new InvalidOperationException($"The archive lacks the original of {file.Id}.")).Content;

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
