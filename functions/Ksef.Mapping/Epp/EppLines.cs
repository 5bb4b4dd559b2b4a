namespace Ksef.Mapping.Epp;

/// <summary>
/// Reads a file line by line, whichever end the lines have. Records end with their line, whatever marks are open: a quotation mark that is
/// never closed costs one record, not those after it.
/// </summary>
internal sealed class EppLines(Stream content)
{
    /// <summary>The longest record described has about 2,000 characters; what is longer than this is not read into memory.</summary>
    public const int LongestLine = 32 * 1024;

    private readonly byte[] _buffer = new byte[LongestLine];
    private int _start;
    private int _end;
    private int _number;
    private bool _ended;

    /// <summary>Reads the next line.</summary>
    /// <returns>The line; <see langword="null"/> at the end of the file.</returns>
    public async ValueTask<EppLine?> NextAsync(CancellationToken cancellationToken)
    {
        var searched = 0;
        while (true)
        {
            var found = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf((byte)'\n');
            if (found >= 0)
            {
                return Take(searched + found, skip: 1, tooLong: false);
            }

            searched = _end - _start;
            if (_ended)
            {
                return searched == 0 ? null : Take(searched, skip: 0, tooLong: false);
            }

            if (searched == _buffer.Length)
            {
                var line = Take(searched, skip: 0, tooLong: true);
                var beginning = line.Bytes.ToArray();
                await SkipLineAsync(cancellationToken);
                return line with { Bytes = beginning };
            }

            await FillAsync(cancellationToken);
        }
    }

    private EppLine Take(int length, int skip, bool tooLong)
    {
        var bytes = _buffer.AsMemory(_start, length);
        _start += length + skip;
        return new EppLine(++_number, bytes.TrimEnd((byte)'\r'), tooLong);
    }

    private async ValueTask SkipLineAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var found = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n');
            if (found >= 0)
            {
                _start += found + 1;
                return;
            }

            _start = _end;
            if (_ended)
            {
                return;
            }

            await FillAsync(cancellationToken);
        }
    }

    private async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        var read = await content.ReadAsync(_buffer.AsMemory(_end), cancellationToken);
        _end += read;
        _ended = read == 0;
    }
}
