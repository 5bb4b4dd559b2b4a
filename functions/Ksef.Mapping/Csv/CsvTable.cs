using System.Runtime.CompilerServices;
using System.Text;
using CsvHelper;
using Ksef.Mapping.Tables;

namespace Ksef.Mapping.Csv;

/// <summary>
/// A CSV as a table. CsvHelper finds the fields and gives them as text; nothing else is left to it, for it repairs in silence: rows that do not fit,
/// text after a quotation mark and marks that are never closed are mistakes here.
/// </summary>
internal sealed class CsvTable(Stream content, Encoding encoding, char separator) : ITable
{
    /// <summary>No row of an invoice is longer; a quotation mark that is never closed swallows no more than this.</summary>
    private const int LongestRow = 256 * 1024;

    public string? Sheet => null;

    public bool IsStrict => true;

    public async IAsyncEnumerable<TableRow> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        content.Position = 0;
        CsvMalformedRecord? malformed = null;
        var options = new CsvReaderOptions
        {
            Separator = separator,
            HasHeader = false,
            TrimWhitespace = true,
            TrackLineNumbers = true,
            // The rows of an invoice repeat its head.
            PoolStrings = true,
            MaxRecordSize = LongestRow,
            OnMalformedRecord = record => malformed = record.Reason == CsvMalformedReason.StrayQuote ? malformed : record,
        };
        using var text = new StreamReader(content, encoding, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        using var csv = CsvReader.Create(text, options, leaveOpen: true);
        while (true)
        {
            malformed = null;
            var (hasRow, end) = await TryReadAsync(csv, cancellationToken);
            if (end is not null)
            {
                yield return end;
            }

            if (!hasRow)
            {
                yield break;
            }

            var row = Row(csv, malformed);
            yield return row;
            if (row.LosesRest)
            {
                yield break;
            }
        }
    }

    private async ValueTask<(bool HasRow, TableRow? End)> TryReadAsync(CsvReader csv, CancellationToken cancellationToken)
    {
        try
        {
            return (await csv.ReadAsync(cancellationToken), null);
        }
        catch (CsvFormatException)
        {
            // The only rule that throws here is the longest row.
            var line = (int)csv.LineNumber + 1;
            return (false, new TableRow(line, []) { Mistake = TableFindings.OpenQuote.At(new DataPlace(null, line, null, null)), LosesRest = true });
        }
        catch (DecoderFallbackException)
        {
            var line = (int)csv.LineNumber + 1;
            return (false, new TableRow(line, []) { Mistake = TableFindings.Encoding.At(new DataPlace(null, line, null, null), ("encoding", encoding.WebName)), LosesRest = true });
        }
    }

    private CsvRow Row(CsvReader csv, CsvMalformedRecord? malformed)
    {
        var line = (int)csv.LineNumber;
        var texts = new string?[csv.FieldCount];
        var isSwallowed = false;
        for (var index = 0; index < texts.Length; index++)
        {
            var cell = csv.GetString(index);
            isSwallowed |= HoldsRows(cell, texts.Length);
            texts[index] = string.IsNullOrWhiteSpace(cell) ? null : cell;
        }

        var cells = new CsvCells(texts, line);
        var place = new DataPlace(null, line, null, null);
        return malformed switch
        {
            { Reason: CsvMalformedReason.UnterminatedQuote } => new CsvRow(line, cells) { Mistake = TableFindings.OpenQuote.At(place), LosesRest = true },
            { Reason: CsvMalformedReason.TextAfterClosingQuote } => new CsvRow(line, cells) { Mistake = TableFindings.TextAfterQuote.At(place) },
            _ when isSwallowed => new CsvRow(line, cells) { Mistake = TableFindings.SwallowedRow.At(place) },
            _ => new CsvRow(line, cells),
        };
    }

    /// <summary>A mark that is closed only in a later row makes a well-formed field of all that is between: line breaks, and as many separators as a row has.</summary>
    private bool HoldsRows(string cell, int fields) => cell.Contains('\n', StringComparison.Ordinal) && fields > 1 && cell.AsSpan().Count(separator) >= fields - 1;
}
