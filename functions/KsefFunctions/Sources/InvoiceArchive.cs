using System.IO.Compression;
using System.Runtime.CompilerServices;
using KsefFunctions.Errors;

namespace KsefFunctions.Sources;

/// <summary>A ZIP of invoices, read entry by entry, within fixed bounds of memory whatever the archive claims of itself.</summary>
internal sealed class InvoiceArchive : IInvoiceSource
{
    private readonly Stream _content;
    private readonly ZipArchive _archive;
    private readonly List<InvoiceEntry> _invoices;

    private InvoiceArchive(Stream content, ZipArchive archive)
    {
        (_content, _archive) = (content, archive);
        var files = archive.Entries.Index().Where(file => !LeftOutEntries.IsFolder(file.Item)).ToList();
        var named = files.Zip(EntryNames.Of(files.Select(file => file.Item.FullName)), (file, name) => new InvoiceEntry(file.Index, name, file.Item)).ToList();
        LeftOut = [.. named.Where(file => LeftOutEntries.Has(file.Entry)).Select(file => file.Name)];
        _invoices = [.. named.Where(file => !LeftOutEntries.Has(file.Entry))];
    }

    public IReadOnlyList<string> LeftOut { get; }

    /// <summary>What should be invoices, in their order.</summary>
    public IReadOnlyList<InvoiceEntry> Entries => _invoices;

    /// <summary>Opens an archive, and takes over its stream.</summary>
    /// <exception cref="SourceRefusedException">It cannot or must not be read as a whole.</exception>
    public static async Task<InvoiceArchive> OpenAsync(Stream content, CancellationToken cancellationToken)
    {
        try
        {
            var archive = new InvoiceArchive(content, await ReadDirectoryAsync(content, cancellationToken));
            archive.Refuse();
            return archive;
        }
        catch (SourceRefusedException)
        {
            await content.DisposeAsync();
            throw;
        }
    }

    public async IAsyncEnumerable<SourceInvoice> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ZipDirectory? directory = null;
        foreach (var (ordinal, entry) in _invoices.Index().Select(invoice => (invoice.Index + 1, invoice.Item)))
        {
            var (content, refusal) = entry.Refusal() is { } why ? (default, why) : await entry.UnpackAsync(cancellationToken);
            if (refusal?.Code == ArchiveErrors.BrokenEntry.Code)
            {
                directory ??= await ZipDirectory.ReadAsync(_content, cancellationToken);
                refusal = directory.IsSplit ? throw new SourceRefusedException(ArchiveErrors.SplitArchive.Record()) : entry.UnknownMethod(directory) ?? refusal;
            }

            yield return new SourceInvoice(ordinal, entry.Name, content, refusal is null ? null : refusal with { Path = entry.Name });
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _archive.DisposeAsync();
        await _content.DisposeAsync();
    }

    private static async Task<ZipArchive> ReadDirectoryAsync(Stream content, CancellationToken cancellationToken)
    {
        try
        {
            var archive = await ZipArchive.CreateAsync(content, ZipArchiveMode.Read, leaveOpen: true, new EntryNameEncoding(), cancellationToken);
            _ = archive.Entries.Count;
            return archive;
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException or ArgumentException)
        {
            // An ArgumentException is what the framework says of files that are too short to have an end (.NET 10).
            var isSplit = await ZipDirectory.IsPartAsync(content, cancellationToken);
            throw new SourceRefusedException((isSplit ? ArchiveErrors.SplitArchive : ArchiveErrors.BrokenArchive).Record());
        }
    }

    private void Refuse()
    {
        if (_invoices.Count == 0)
        {
            throw new SourceRefusedException(ArchiveErrors.EmptyArchive.Record());
        }

        if (_invoices.Count > SourceLimits.MostInvoices)
        {
            throw new SourceRefusedException(ArchiveErrors.TooManyEntries.Record(_invoices.Count, SourceLimits.MostInvoices));
        }
    }
}
