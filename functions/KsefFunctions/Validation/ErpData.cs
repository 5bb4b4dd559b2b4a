using Ksef.Invoices;
using Ksef.Mapping;
using KsefFunctions.Files;
using KsefFunctions.Index;
using KsefFunctions.Settings;
using KsefFunctions.Sources;
using Microsoft.Extensions.Options;

namespace KsefFunctions.Validation;

/// <summary>
/// Makes invoices of a company's data, once: what was made is archived, and every retry, replay and later drop of the same bytes goes on with it. The
/// content decides whether a file is data; an XML document is, when its root is that of an export.
/// </summary>
public sealed class ErpData(
    SourceFiles sources, CompanySettings settings, SentBefore sent, InvoiceSearch search, InvoiceChecker checker, IOptions<KsefFunctionsOptions> options)
{
    private readonly DataMapper _mapper = new();

    /// <summary>The invoices that were made of a file, or are made now.</summary>
    /// <param name="file">The file, archived.</param>
    /// <param name="record">Its record before this attempt is checked.</param>
    /// <param name="content">Its bytes, where they are at hand.</param>
    /// <param name="cancellationToken">Stops the mapping.</param>
    /// <returns>Null when it is no data but invoices.</returns>
    /// <exception cref="SourceRefusedException">The file as a whole must not be read.</exception>
    public async Task<MappedSource?> FindAsync(FileReference file, FileRecord record, ReadOnlyMemory<byte>? content, CancellationToken cancellationToken)
    {
        if (file.IsArchive || file.Size == 0 || !(DropName.SaysData(file.Path) || file.Content is ContentKind.Xml or ContentKind.Workbook))
        {
            return null;
        }

        await using var original = await sources.OpenOriginalAsync(file, content, cancellationToken);
        return DataParts.IsData(await DataMapper.DetectAsync(original, cancellationToken), file.Path)
            ? await MappedAsync(file, record, new[] { new DataPart(Name: null) { Data = original } }.ToAsyncEnumerable(), cancellationToken)
            : null;
    }

    /// <summary>The invoices of a package in which data lies: those that are made of the data, and beside them those that it holds.</summary>
    /// <exception cref="SourceRefusedException">The file as a whole must not be read.</exception>
    internal async Task<MappedSource> OfPackageAsync(FileReference file, FileRecord record, InvoiceArchive archive, CancellationToken cancellationToken) =>
        await MappedAsync(file, record, DataParts.OfAsync(archive, cancellationToken), cancellationToken);

    private async Task<MappedSource> MappedAsync(FileReference file, FileRecord record, IAsyncEnumerable<DataPart> parts, CancellationToken cancellationToken)
    {
        var earlier = await sources.FindMappedAsync(file, cancellationToken);
        if (earlier is not null && record.Attempt == 1)
        {
            return earlier;
        }

        await using (earlier)
        {
            await MapAsync(file, record, parts, earlier, cancellationToken);
        }

        return await sources.FindMappedAsync(file, cancellationToken) ?? throw new InvalidOperationException($"The archive lacks what was mapped of {file.Id}.");
    }

    private async Task MapAsync(FileReference file, FileRecord record, IAsyncEnumerable<DataPart> parts, MappedSource? earlier, CancellationToken cancellationToken)
    {
        // What is at KSeF, or may be, stays as it was made, whatever has been set since.
        var kept = record.Invoices.Where(row => row.Consignment is not null || row.KsefNumber is not null).Select(row => row.Ordinal).ToHashSet();
        await using var package = new MappedPackage();
        var context = await ContextAsync(record, cancellationToken);
        var rows = new MappedRows(
            package, ordinal => kept.Contains(ordinal) ? earlier : null, made => sent.FindAsync(file.Id, file.ContextNip, made, cancellationToken));
        await foreach (var part in parts.WithCancellation(cancellationToken))
        {
            if (part.Data is not { } data)
            {
                await rows.AddAsync(part, cancellationToken);
                continue;
            }

            await foreach (var item in _mapper.MapAsync(data, context, cancellationToken))
            {
                await rows.AddAsync(part, item, cancellationToken);
            }
        }

        await using var bytes = await package.EndAsync(await rows.EndAsync(context.Profile.AllOrNothing, cancellationToken), cancellationToken);
        await sources.ArchiveMappedAsync(file, bytes, cancellationToken);
    }

    private async Task<MappingContext> ContextAsync(FileRecord record, CancellationToken cancellationToken) => new(
        record.ContextNip,
        await settings.ProfileAsync(record.ContextNip, cancellationToken),
        await settings.MappingAsync(record.ContextNip, cancellationToken),
        record.ReceivedAt)
    {
        Issued = new IssuedInvoices(search, record.ContextNip),
        Checker = checker,
        CheckOptions = EnvironmentRules.CheckOptions(options.Value.Environment, record.ContextNip),
    };
}
