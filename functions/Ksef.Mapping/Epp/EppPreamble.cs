using System.Text;

namespace Ksef.Mapping.Epp;

/// <summary>Reads the section that decides how all others are read, and whether at all.</summary>
internal static class EppPreamble
{
    private static readonly string[] Purposes = ["1", "2", "3"];

    /// <summary>Reads the record of <c>[INFO]</c> from the first token of a file.</summary>
    /// <returns>What it says, or why the file cannot be taken.</returns>
    public static (EppInfo? Info, DataFinding? Refusal) Read(EppToken? token)
    {
        if (token is not { Kind: EppTokenKind.Info } info)
        {
            var beginning = new DataPlace(EppInfo.Section, token?.Line.Number, null, null);
            return token is { } first && first.Line.Bytes.Span.StartsWith("\uFEFF"u8)
                ? (null, EppFindings.Utf8.At(DataValue.OfText("1250", beginning)))
                : (null, EppFindings.NoInfo.At(beginning));
        }

        var place = new DataPlace(EppInfo.Section, info.Line.Number, null, null);

        // The separators are ASCII in both code pages: the record can be split before its third field says which one it is.
        var (ascii, broken) = Split(info.Line);
        if (ascii is null)
        {
            return (null, EppFindings.Unreadable.At(place, ("reason", broken!.Reason)));
        }

        if (ascii.Count != EppInfo.Fields)
        {
            return (null, EppFindings.FieldCount.At(place, ("count", Text(ascii.Count)), ("expected", Text(EppInfo.Fields))));
        }

        if (EppCodePage.Of(ascii[EppInfo.CodePagePosition.Number]) is not { } codePage)
        {
            return (null, EppFindings.CodePage.At(Value(ascii, EppInfo.CodePagePosition)));
        }

        if (EppUtf8.Looks(info.Line.Bytes.Span))
        {
            return (null, EppFindings.Utf8.At(Value(ascii, EppInfo.CodePagePosition)));
        }

        var (record, unreadable) = codePage.Read(info.Line);
        if (record is null)
        {
            return (null, EppFindings.Unreadable.At(place, ("reason", unreadable!.Reason)));
        }

        return Purpose(record) is { } refusal ? (null, refusal) : (new EppInfo(record, codePage), null);
    }

    private static DataFinding? Purpose(EppRecord record)
    {
        var purpose = Value(record, EppInfo.PurposePosition);
        if (purpose.Shown == EppInfo.OfficePurpose)
        {
            return EppFindings.OfficePurpose.At(purpose);
        }

        return Purposes.Contains(purpose.Shown) ? null : EppFindings.NoSuchCode.At(purpose, ("field", EppInfo.PurposePosition.Name));
    }

    private static DataValue Value(EppRecord record, EppPosition position) =>
        DataValue.OfText(record[position.Number], new DataPlace(EppInfo.Section, record.Line, position.Number, position.Name));

    private static (EppRecord? Record, EppRecordFault? Fault) Split(EppLine line)
    {
        if (line.TooLong)
        {
            return (null, EppRecordFault.TooLong);
        }

        return EppRecord.TryRead(Encoding.ASCII.GetString(WithoutHigh(line.Bytes.Span)), line.Number, before: null, out var record, out var fault) ? (record, null) : (null, fault);
    }

    private static byte[] WithoutHigh(ReadOnlySpan<byte> bytes)
    {
        var ascii = bytes.ToArray();
        ascii.AsSpan().ReplaceAny(High, (byte)'?');
        return ascii;
    }

    private static readonly System.Buffers.SearchValues<byte> High = System.Buffers.SearchValues.Create([.. Enumerable.Range(0x80, 0x80).Select(value => (byte)value)]);

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
