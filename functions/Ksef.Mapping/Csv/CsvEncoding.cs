using System.Text;

namespace Ksef.Mapping.Csv;

/// <summary>Tells the encoding of a text by its bytes: a byte order mark, strict UTF-8, else the code page in which most of its letters are Polish.</summary>
internal static class CsvEncoding
{
    private const string PolishLetters = "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ";

    /// <summary>In the order in which they win a tie: letters that two pages share say nothing.</summary>
    private static readonly int[] CodePages = [1250, 28592, 852];

    /// <summary>The encoding of a name, such as <c>windows-1250</c>, or <see langword="null"/> for one that nobody knows. It throws for bytes that mean nothing in it.</summary>
    public static Encoding? OfName(string name)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
                ?? Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>Tells the encoding of a file: by its byte order mark before all else, by what the company says, else by reading it through.</summary>
    /// <param name="content">The file.</param>
    /// <param name="said">What the company says.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async ValueTask<Encoding> DetectAsync(Stream content, Encoding? said, CancellationToken cancellationToken)
    {
        content.Position = 0;
        var buffer = new byte[81920];
        var counts = new long[256];
        var decoder = new UTF8Encoding(false, throwOnInvalidBytes: true).GetDecoder();
        var characters = new char[buffer.Length + 4];
        var (isUtf8, isFirst) = (true, true);
        for (int read; (read = await content.ReadAsync(buffer, cancellationToken)) > 0; isFirst = false)
        {
            if (isFirst && OfMark(buffer.AsSpan(0, read)) is { } marked)
            {
                return marked;
            }

            if (isFirst && said is not null)
            {
                return said;
            }

            isUtf8 = isUtf8 && IsValid(decoder, buffer.AsSpan(0, read), characters);
            if (!isUtf8)
            {
                Count(buffer.AsSpan(0, read), counts);
            }
        }

        isUtf8 = isUtf8 && IsValid(decoder, [], characters, isEnd: true);
        return isUtf8 ? new UTF8Encoding(false, throwOnInvalidBytes: true) : Likeliest(counts);
    }

    private static Encoding? OfMark(ReadOnlySpan<byte> start) =>
        start.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? new UTF8Encoding(true, throwOnInvalidBytes: true)
        : start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) ? new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true)
        : start.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true)
        : null;

    private static bool IsValid(Decoder decoder, ReadOnlySpan<byte> bytes, char[] characters, bool isEnd = false)
    {
        try
        {
            decoder.GetChars(bytes, characters, flush: isEnd);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static void Count(ReadOnlySpan<byte> bytes, long[] counts)
    {
        foreach (var value in bytes)
        {
            counts[value]++;
        }
    }

    private static Encoding Likeliest(long[] counts)
    {
        Encoding? best = null;
        var most = long.MinValue;
        foreach (var codePage in CodePages)
        {
            var encoding = CodePagesEncodingProvider.Instance.GetEncoding(codePage) ?? Encoding.GetEncoding(codePage);
            var score = Score(encoding, counts);
            if (score > most)
            {
                (best, most) = (encoding, score);
            }
        }

        return best!;
    }

    private static long Score(Encoding encoding, long[] counts)
    {
        var score = 0L;
        for (var value = 0x80; value <= 0xFF; value++)
        {
            if (counts[value] > 0)
            {
                var character = encoding.GetChars([(byte)value])[0];
                score += counts[value] * (PolishLetters.Contains(character, StringComparison.Ordinal) ? 2 : char.IsControl(character) ? -5 : char.IsLetter(character) ? 0 : -1);
            }
        }

        return score;
    }
}
