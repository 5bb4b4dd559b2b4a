using System.Text;

namespace Ksef.Mapping.Epp;

/// <summary>Reads lines in the code page that a file names, and no other way. One instance reads one line at a time.</summary>
internal sealed class EppCodePage
{
    private readonly Encoding _encoding;
    private readonly char[] _characters = new char[EppLines.LongestLine];

    private EppCodePage(int number)
    {
        Number = number;
        _encoding = CodePagesEncodingProvider.Instance.GetEncoding(number, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
            ?? throw new NotSupportedException($"The code page {number} is not known here.");
    }

    /// <summary>Number of the code page.</summary>
    public int Number { get; }

    /// <summary>The code page of a file's third field: 1250 (Windows) or 852 (DOS), the two that the format has.</summary>
    /// <returns>The code page; <see langword="null"/> for any other.</returns>
    public static EppCodePage? Of(string field) => field switch
    {
        "1250" => new EppCodePage(1250),
        "852" => new EppCodePage(852),
        _ => null,
    };

    /// <summary>Reads a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="before">An earlier record of the kind, whose texts the line may repeat.</param>
    /// <returns>Its fields, or why it cannot be read.</returns>
    public (EppRecord? Record, EppRecordFault? Fault) Read(EppLine line, EppRecord? before = null)
    {
        if (line.TooLong)
        {
            return (null, EppRecordFault.TooLong);
        }

        if (EppUtf8.Looks(line.Bytes.Span))
        {
            return (null, EppRecordFault.OtherEncoding);
        }

        // Both code pages have one byte for each letter.
        var text = _characters.AsSpan(0, _encoding.GetChars(line.Bytes.Span, _characters));
        return EppRecord.TryRead(text, line.Number, before, out var record, out var fault) ? (record, null) : (null, fault);
    }
}
