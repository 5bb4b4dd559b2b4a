namespace Ksef.Mapping.Excel.Formats;

/// <summary>
/// Reads a format code such as <c>[$-415]d\ mmmm\ yyyy" r."</c> (ECMA-376, part 1, 18.8.31). Its first section is that of positive numbers, the only one
/// that dates and amounts of invoices meet. In a file the letters are English, whatever language Excel speaks.
/// </summary>
internal ref struct FormatCode
{
    private readonly ReadOnlySpan<char> _code;
    private int _at;
    private int _digits;
    private bool _isInFraction;
    private bool _hasDay;
    private bool _hasClock;
    private bool _hasMonthOrMinute;
    private bool _hasElapsed;
    private bool _hasPercent;

    private FormatCode(ReadOnlySpan<char> code) => _code = code;

    /// <summary>What a format code makes of a number.</summary>
    public static NumberFormat Read(ReadOnlySpan<char> code)
    {
        var format = new FormatCode(code);
        format.Read();
        return format.Result;
    }

    private readonly NumberFormat Result =>
        _hasElapsed ? new(NumberFormatKind.Time, 0)
        : _hasDay ? new(NumberFormatKind.Date, 0)
        : _hasClock ? new(NumberFormatKind.Time, 0)
        // Without an hour or a second beside it, m is a month.
        : _hasMonthOrMinute ? new(NumberFormatKind.Date, 0)
        : new(_hasPercent ? NumberFormatKind.Percent : NumberFormatKind.Number, _digits);

    private void Read()
    {
        while (_at < _code.Length && _code[_at] != ';')
        {
            Step(char.ToLowerInvariant(_code[_at]));
        }
    }

    private void Step(char letter)
    {
        var rest = _code[_at..];
        _at += letter switch
        {
            '"' => Through(rest, '"'),
            '[' => Bracket(rest),
            // A letter taken as it is, the width of a letter, a letter that fills the cell.
            '\\' or '_' or '*' => 2,
            'g' when rest.StartsWith("general", StringComparison.OrdinalIgnoreCase) => "general".Length,
            'a' when rest.StartsWith("am/pm", StringComparison.OrdinalIgnoreCase) => Clock("am/pm".Length),
            'a' when rest.StartsWith("a/p", StringComparison.OrdinalIgnoreCase) => Clock("a/p".Length),
            'e' when rest.Length > 1 && rest[1] is '+' or '-' => 2,
            _ => Letter(letter),
        };
    }

    private int Letter(char letter)
    {
        _hasDay |= letter is 'y' or 'd' or 'e' or 'b';
        _hasClock |= letter is 'h' or 's';
        _hasMonthOrMinute |= letter == 'm';
        _hasPercent |= letter == '%';
        _isInFraction |= letter == '.';
        _digits += letter == '0' && !_isInFraction ? 1 : 0;
        return 1;
    }

    private int Clock(int length)
    {
        _hasClock = true;
        return length;
    }

    /// <summary>Elapsed hours, minutes or seconds are one letter alone, <c>[h]</c> or <c>[mm]</c>; all else in brackets is colour, language, currency or condition.</summary>
    private int Bracket(ReadOnlySpan<char> rest)
    {
        var length = Through(rest, ']');
        var inside = rest[1..length].TrimEnd(']');
        _hasElapsed |= inside.Length > 0
            && (inside.IndexOfAnyExcept('h', 'H') < 0 || inside.IndexOfAnyExcept('m', 'M') < 0 || inside.IndexOfAnyExcept('s', 'S') < 0);
        return length;
    }

    private static int Through(ReadOnlySpan<char> rest, char end) => rest[1..].IndexOf(end) is var found and >= 0 ? found + 2 : rest.Length;
}
