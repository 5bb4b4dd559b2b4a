namespace Ksef.Client;

/// <summary>
/// Packs invoices into one archive, splits it into parts and encrypts each part on its own with the session's key. Streams: besides the
/// entry being written, memory does not grow with the package. Source: KSeF API 2.6, batch sessions.
/// </summary>
public sealed class BatchPackageWriter : IAsyncDisposable
{
    // An archive writes in small pieces, several for each invoice, and each costs cipher and hashes a call: they get blocks.
    private const int BlockLength = 65_536;

    private readonly CompressionType _compression;
    private readonly BatchPackageLimits _limits;
    private readonly PartSplitter _parts;
    private readonly BufferedStream _blocks;
    private readonly ArchiveWriter _archive;
    private int _entries;

    /// <summary>Starts a package.</summary>
    /// <param name="key">Key of the session.</param>
    /// <param name="compression">Format of the archive.</param>
    /// <param name="limits">How large it may get.</param>
    /// <param name="openPart">Opens where the encrypted part of an ordinal number, from 1, goes to. Each stream is disposed of when its part is complete.</param>
    public BatchPackageWriter(
        SessionKey key,
        CompressionType compression,
        BatchPackageLimits limits,
        Func<int, CancellationToken, Task<Stream>> openPart)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(limits);
        ArgumentNullException.ThrowIfNull(openPart);
        _compression = compression;
        _limits = limits;
        _parts = new PartSplitter(key, limits, openPart);
        _blocks = new BufferedStream(_parts, BlockLength);
        _archive = ArchiveWriter.Create(compression, _blocks);
    }

    /// <summary>Adds an invoice.</summary>
    /// <param name="entryName">Name inside the archive, which KSeF repeats as <see cref="SessionInvoice.InvoiceFileName"/>.</param>
    /// <param name="content">The plain invoice, read to its end; stays open.</param>
    /// <param name="cancellationToken">Stops the writing; the package is lost then.</param>
    /// <exception cref="BatchPackageTooLargeException">A limit is reached; the package is lost.</exception>
    public async Task AddAsync(string entryName, Stream content, CancellationToken cancellationToken)
    {
        if (++_entries > _limits.MaxInvoices)
        {
            throw new BatchPackageTooLargeException($"more than {_limits.MaxInvoices} invoices");
        }

        await _archive.AddAsync(entryName, content, cancellationToken);
    }

    /// <summary>Writes the end of the archive and the last part.</summary>
    /// <param name="cancellationToken">Stops the writing; the package is lost then.</param>
    /// <returns>The package, ready to be announced.</returns>
    /// <exception cref="InvalidOperationException">There is no invoice in it.</exception>
    public async Task<BatchPackage> CompleteAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_entries == 0)
        {
            throw new InvalidOperationException("A package needs at least one invoice.");
        }

        await _archive.DisposeAsync();
        await _blocks.FlushAsync(cancellationToken);
        await _parts.CompleteAsync(cancellationToken);
        return new BatchPackage(_compression, _parts.BytesWritten, _parts.CompleteHash(), _parts.Parts);
    }

    /// <summary>Lets go of the current part. A package that was not completed is lost.</summary>
    public ValueTask DisposeAsync() => _parts.DisposeAsync();
}
