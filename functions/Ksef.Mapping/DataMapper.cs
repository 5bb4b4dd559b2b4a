using System.Runtime.CompilerServices;
using Ksef.Mapping.Csv;
using Ksef.Mapping.Detection;
using Ksef.Mapping.Epp;
using Ksef.Mapping.Excel;
using Ksef.Mapping.JpkFa;
using Ksef.Mapping.Json;
using Ksef.Mapping.Optima;
using Ksef.Mapping.Reading;

namespace Ksef.Mapping;

/// <summary>Makes FA(3) of a company's data. Has no state: one instance serves any number of files and threads.</summary>
public sealed class DataMapper
{
    private readonly IDataReader[] _readers =
    [
        new CsvDataReader(), new ExcelDataReader(), new SimpleJsonReader(), new FullJsonReader(), new EppReader(), new JpkFaReader(), new OptimaReader(),
    ];

    /// <summary>Tells by its content what a file is.</summary>
    /// <param name="content">The file, which can be read from any position; it is left open, at its beginning.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static ValueTask<FileFormat> DetectAsync(Stream content, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        return FormatDetection.DetectAsync(content, cancellationToken);
    }

    /// <summary>Maps a file, some invoices at a time as it is read. Never throws for what the file holds.</summary>
    /// <param name="content">The file, which can be read from any position; it is left open.</param>
    /// <param name="context">What it depends on besides the file.</param>
    /// <param name="cancellationToken">Ends the mapping.</param>
    public async IAsyncEnumerable<MappedInvoice> MapAsync(Stream content, MappingContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(context);
        var format = await FormatDetection.DetectAsync(content, cancellationToken);
        if (Array.Find(_readers, candidate => candidate.Format == format) is not { } reader)
        {
            yield return new MappedInvoice(DataPlace.File) { IsOfFile = true, Findings = [SourceFindings.Unknown.At(DataPlace.File)] };
            yield break;
        }

        if (context.Mapping.Mistakes.Count > 0 && format != FileFormat.FullJson)
        {
            // Whoever reads by a mapping that is wrong in one place may read amounts from the wrong column.
            yield return new MappedInvoice(DataPlace.File) { IsOfFile = true, Findings = context.Mapping.Mistakes };
            yield break;
        }

        var reading = new ReadingContext(context.Nip, context.Profile, context.Mapping) { MadeAt = context.MadeAt, ExcelLimits = context.ExcelLimits };
        using var mapping = new InvoiceMapping(context, reading);
        var isAny = false;
        await foreach (var items in reader.ReadAsync(content, reading, cancellationToken).TogetherAsync(cancellationToken))
        {
            isAny = true;
            List<MadeInvoice> made = new(items.Count);
            foreach (var item in items)
            {
                made.Add(await mapping.MakeAsync(item, cancellationToken));
            }

            foreach (var mapped in made.ConvertAll(invoice => invoice.Checked(context)))
            {
                yield return mapped;
            }
        }

        if (!isAny)
        {
            yield return new MappedInvoice(DataPlace.File) { IsOfFile = true, Findings = [SourceFindings.NoInvoices.At(DataPlace.File)] };
        }
    }
}
