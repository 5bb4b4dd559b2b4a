using System.Runtime.CompilerServices;
using System.Text;
using Ksef.Mapping.Tables;

namespace Ksef.Mapping.Csv;

/// <summary>Reads CSV files: any usual separator and encoding, title lines above the headings, one or more rows for an invoice.</summary>
internal sealed class CsvDataReader : IDataReader
{
    public FileFormat Format => FileFormat.Csv;

    public async IAsyncEnumerable<DataItem> ReadAsync(Stream content, ReadingContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var mapping = context.Mapping;
        var said = mapping.Encoding is { } name ? CsvEncoding.OfName(name) : null;
        if (mapping.Encoding is { } unknown && said is null)
        {
            yield return new FileFinding(TableFindings.Encoding.At(DataPlace.File, ("encoding", unknown)));
            yield break;
        }

        var encoding = await CsvEncoding.DetectAsync(content, said, cancellationToken);

        var table = new CsvTable(content, encoding, mapping.Separator ?? await SeparatorAsync(content, encoding, mapping, cancellationToken));
        await foreach (var item in new TableInvoices(table, mapping).ReadAsync(cancellationToken))
        {
            yield return item;
        }
    }

    private static async ValueTask<char> SeparatorAsync(Stream content, Encoding encoding, DataMapping mapping, CancellationToken cancellationToken)
    {
        content.Position = 0;
        // What cannot be decoded is reported where the rows are read, at its place.
        var lenient = (Encoding)encoding.Clone();
        lenient.DecoderFallback = DecoderFallback.ReplacementFallback;
        using var text = new StreamReader(content, lenient, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        return await CsvSeparator.DetectAsync(text, mapping, cancellationToken);
    }
}
