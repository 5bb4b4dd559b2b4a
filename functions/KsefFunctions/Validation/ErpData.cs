using Ksef.Invoices;
using Ksef.Mapping;
using KsefFunctions.Errors;
using KsefFunctions.Files;
using KsefFunctions.Settings;
using KsefFunctions.Sources;
using Microsoft.Extensions.Options;

namespace KsefFunctions.Validation;

/// <summary>
/// Makes invoices of a company's data, once: what was made is archived, and every retry, replay and later drop of the same bytes goes on with it. The
/// content decides whether a file is data; an XML document is, when its root is that of an export.
/// </summary>
public sealed class ErpData(SourceFiles sources, CompanySettings settings, InvoiceChecker checker, IOptions<KsefFunctionsOptions> options)
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
        if (!IsData(await DataMapper.DetectAsync(original, cancellationToken), file))
        {
            return null;
        }

        var earlier = await sources.FindMappedAsync(file, cancellationToken);
        if (earlier is not null && record.Attempt == 1)
        {
            return earlier;
        }

        await using (earlier)
        {
            await MapAsync(file, record, original, earlier, cancellationToken);
        }

        return await sources.FindMappedAsync(file, cancellationToken);
    }

    private static bool IsData(FileFormat format, FileReference file) => format switch
    {
        FileFormat.InvoiceXml or FileFormat.Zip => false,
        FileFormat.JpkFa or FileFormat.Optima or FileFormat.Epp or FileFormat.Xlsx => true,
        _ => DropName.SaysData(file.Path),
    };

    private async Task MapAsync(FileReference file, FileRecord record, Stream original, MappedSource? earlier, CancellationToken cancellationToken)
    {
        // What is at KSeF, or may be, stays as it was made, whatever has been set since.
        var kept = record.Invoices.Where(row => row.Consignment is not null || row.KsefNumber is not null).Select(row => row.Ordinal).ToHashSet();
        await using var package = new MappedPackage();
        var rows = new List<MappedRow>();
        var leftOut = new List<string>();
        var findings = new List<RecordedError>();
        var context = await ContextAsync(record, cancellationToken);
        await foreach (var item in _mapper.MapAsync(original, context, cancellationToken))
        {
            if (item.LeftOut is { } document)
            {
                leftOut.Add(document.Number is { } number ? $"{document.Kind} {number}" : document.Kind);
            }
            else if (item.IsOfFile)
            {
                findings.AddRange(item.Findings.Select(Recorded));
            }
            else
            {
                rows.Add(await AddAsync(package, rows.Count + 1, item, kept.Contains(rows.Count + 1) ? earlier : null, cancellationToken));
            }
        }

        Refuse(rows.Count);
        await using var bytes = await package.EndAsync(new MappedFile(context.Profile.AllOrNothing ? AllOrNone(rows) : rows, leftOut, findings), cancellationToken);
        await sources.ArchiveMappedAsync(file, bytes, cancellationToken);
    }

    private async Task<MappingContext> ContextAsync(FileRecord record, CancellationToken cancellationToken) => new(
        record.ContextNip,
        await settings.ProfileAsync(record.ContextNip, cancellationToken),
        await settings.MappingAsync(record.ContextNip, cancellationToken),
        record.ReceivedAt)
    {
        Checker = checker,
        CheckOptions = EnvironmentRules.CheckOptions(options.Value.Environment, record.ContextNip),
    };

    private static async Task<MappedRow> AddAsync(MappedPackage package, int ordinal, MappedInvoice item, MappedSource? earlier, CancellationToken cancellationToken)
    {
        var name = item.Number ?? PlaceOf(item.Place);
        if (earlier?.File.Rows.FirstOrDefault(row => row.Ordinal == ordinal && row.IsMade) is { } made)
        {
            await package.AddAsync(ordinal, await earlier.ReadAsync(ordinal, cancellationToken), cancellationToken);
            return made;
        }

        if (item is { IsAccepted: true, Xml: { } invoice })
        {
            await package.AddAsync(ordinal, invoice, cancellationToken);
        }

        return new MappedRow(ordinal, name, item.IsAccepted, [.. item.Findings.Select(Recorded)]);
    }

    private static List<MappedRow> AllOrNone(List<MappedRow> rows) => rows.All(row => row.IsMade)
        ? rows
        : [.. rows.Select(row => row.IsMade ? row with { IsMade = false, Findings = [.. row.Findings, FileErrors.KeptBack.Record()] } : row)];

    private static void Refuse(int count)
    {
        if (count > SourceLimits.MostInvoices)
        {
            throw new SourceRefusedException(ArchiveErrors.TooManyEntries.Record(count, SourceLimits.MostInvoices));
        }
    }

    private static RecordedError Recorded(DataFinding finding) => new(
        finding.Code,
        finding.MessageEn,
        finding.MessagePl,
        PlaceOf(finding.Place),
        finding.Place.Row,
        finding.Place.Column,
        Warning: finding.Severity == FindingSeverity.Warning);

    // Line and column are told beside it.
    private static string PlaceOf(DataPlace place) => string.Join(' ', new[] { place.Part, place.Field }.Where(part => !string.IsNullOrEmpty(part)));
}
