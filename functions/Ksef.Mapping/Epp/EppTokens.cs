namespace Ksef.Mapping.Epp;

/// <summary>
/// Walks through the sections of a file: <c>[INFO]</c> first and once, then pairs of <c>[NAGLOWEK]</c> and, except for documents of cash and bank,
/// <c>[ZAWARTOSC]</c>. Empty lines are customary between them and mean nothing.
/// </summary>
internal sealed class EppTokens(EppLines lines)
{
    private Section _section = Section.None;

    private enum Section
    {
        None,
        Info,
        InfoRead,
        Header,
        HeaderRead,
        Content,
    }

    /// <summary>Whether a line is a label, known or not.</summary>
    public static bool IsLabel(ReadOnlySpan<byte> line) => line.Trim(" \t"u8) is [(byte)'[', .., (byte)']'];

    /// <summary>Reads on to the next line that says something.</summary>
    /// <returns>The line; <see langword="null"/> at the end of the file.</returns>
    public async ValueTask<EppToken?> NextAsync(CancellationToken cancellationToken)
    {
        while (await lines.NextAsync(cancellationToken) is { } line)
        {
            if (line.IsBlank)
            {
                continue;
            }

            if (!IsLabel(line.Bytes.Span))
            {
                return new EppToken(TakeRecord(), line);
            }

            if (!TakeLabel(line.Bytes.Span.Trim(" \t"u8)))
            {
                return new EppToken(EppTokenKind.Misplaced, line);
            }
        }

        return null;
    }

    private EppTokenKind TakeRecord()
    {
        switch (_section)
        {
            case Section.Info:
                _section = Section.InfoRead;
                return EppTokenKind.Info;
            case Section.Header:
                _section = Section.HeaderRead;
                return EppTokenKind.Header;
            case Section.Content:
                return EppTokenKind.Row;
            default:
                return EppTokenKind.Misplaced;
        }
    }

    private bool TakeLabel(ReadOnlySpan<byte> label)
    {
        var (next, allowed) = label switch
        {
            _ when label.SequenceEqual("[INFO]"u8) => (Section.Info, _section == Section.None),
            _ when label.SequenceEqual("[NAGLOWEK]"u8) => (Section.Header, _section is Section.InfoRead or Section.HeaderRead or Section.Content),
            _ when label.SequenceEqual("[ZAWARTOSC]"u8) => (Section.Content, _section == Section.HeaderRead),
            _ => (_section, false),
        };
        _section = next;
        return allowed;
    }
}
