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
        var encoding = mapping.Encoding is { } name ? CsvEncoding.OfName(name) : await CsvEncoding.DetectAsync(content, cancellationToken);
        if (encoding is null)
        {
            yield return new FileFinding(TableFindings.Encoding.At(DataPlace.File, ("encoding", mapping.Encoding!)));
            yield break;
        }

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
        using var text = new StreamReader(content, lenient, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        return await CsvSeparator.DetectAsync(text, mapping, cancellationToken);
    }
}
