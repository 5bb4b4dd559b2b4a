using System.Globalization;

namespace Ksef.Mapping.Exact;

/// <summary>
/// Reads numbers as people and programs in Poland write them: thousands by space, no-break space, narrow space, point or comma, decimals by comma or point,
/// a minus in front or behind. What has two readings is said to have two. Never by a culture: those take <c>1234,50</c> for 123450.
/// </summary>
internal static class NumberText
{
    /// <summary>More digits do not fit any field of FA(3).</summary>
    private const int MostDigits = 22;

    /// <summary>Digits and the signs between them.</summary>
    private const int LongestText = 40;

    public static NumberReading Read(string text, DecimalSign sign)
    {
        var body = text.AsSpan().Trim();
        var isNegative = TakeSign(ref body);
        var suffix = TakeSuffix(ref body);
        if (body.Length > 1 && body[^1] is '-' or '\u2212' && !isNegative)
        {
            isNegative = true;
            body = body[..^1].TrimEnd();
        }

        if (body.IsEmpty || !char.IsAsciiDigit(body[^1]) || !(char.IsAsciiDigit(body[0]) || body[0] is ',' or '.'))
        {
            return NumberReading.None;
        }

        var reading = Digits(body, sign);
        return reading with { Value = isNegative ? -reading.Value : reading.Value, Other = isNegative ? -reading.Other : reading.Other, Suffix = suffix };
    }

    private static bool TakeSign(ref ReadOnlySpan<char> body)
    {
        var isNegative = body.Length > 0 && body[0] is '-' or '\u2212';
        if (body.Length > 0 && (isNegative || body[0] == '+'))
        {
            body = body[1..].TrimStart();
        }

        return isNegative;
    }

    private static string TakeSuffix(ref ReadOnlySpan<char> body)
    {
        var end = body.Length;
        while (end > 0 && (char.IsLetter(body[end - 1]) || body[end - 1] is '%' or '€' or '$' or '£'))
        {
            end--;
        }

        var suffix = body[end..].ToString();
        body = body[..end].TrimEnd();
        return suffix;
    }

    private static NumberReading Digits(ReadOnlySpan<char> body, DecimalSign sign)
    {
        var (commas, points, spaces) = (body.Count(','), body.Count('.'), CountSpaces(body));
        var decimalAt = (commas, points) switch
        {
            (0, 0) => body.Length,
            (1, 0) or (0, 1) => body.IndexOfAny(',', '.'),
            (_, 0) or (0, _) => body.Length,
            _ => body.LastIndexOfAny(',', '.'),
        };
        var decimalSign = decimalAt < body.Length ? body[decimalAt] : '\0';
        if (decimalSign != '\0' && body.Count(decimalSign) > 1)
        {
            return NumberReading.None;
        }

        var isLoneSign = commas + points == 1;
        var mayBeThousands = isLoneSign && spaces == 0 && body.Length - decimalAt == 4 && decimalAt is >= 1 and <= 3 && body[0] != '0';
        if (sign != DecimalSign.Either && decimalSign != '\0' && decimalSign != (sign == DecimalSign.Comma ? ',' : '.'))
        {
            // The other sign can only separate thousands.
            return mayBeThousands ? Of(body, body.Length) : NumberReading.None;
        }

        if (sign == DecimalSign.Either && mayBeThousands)
        {
            var (small, large) = (Of(body, decimalAt), Of(body, body.Length));
            return small.Outcome == NumberOutcome.One && large.Outcome == NumberOutcome.One ? small with { Outcome = NumberOutcome.Two, Other = large.Value } : NumberReading.None;
        }

        return Of(body, decimalAt);
    }

    /// <summary>The number whose decimals begin after the given place; what stands before must be digits, or groups of three after the first.</summary>
    private static NumberReading Of(ReadOnlySpan<char> body, int decimalAt)
    {
        if (body.Length > LongestText)
        {
            return NumberReading.None;
        }

        Span<char> digits = stackalloc char[LongestText + 2];
        var length = 0;
        var groupLength = 0;
        var group = '\0';
        for (var at = 0; at < decimalAt; at++)
        {
            if (char.IsAsciiDigit(body[at]))
            {
                digits[length++] = body[at];
                groupLength++;
            }
            else if (IsSeparatorOf(body[at], ref group) && (length == groupLength ? groupLength is >= 1 and <= 3 : groupLength == 3))
            {
                groupLength = 0;
            }
            else
            {
                return NumberReading.None;
            }
        }

        if (group != '\0' && groupLength != 3)
        {
            return NumberReading.None;
        }

        if (decimalAt < body.Length)
        {
            var decimals = body[(decimalAt + 1)..];
            if (decimals.IsEmpty || decimals.ContainsAnyExceptInRange('0', '9'))
            {
                return NumberReading.None;
            }

            if (length == 0)
            {
                digits[length++] = '0';
            }

            digits[length++] = '.';
            decimals.CopyTo(digits[length..]);
            length += decimals.Length;
        }

        return length <= MostDigits + 1 && decimal.TryParse(digits[..length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? new NumberReading(NumberOutcome.One, value)
            : NumberReading.None;
    }

    /// <summary>One number has one sign between its thousands; all kinds of space count as one.</summary>
    private static bool IsSeparatorOf(char character, ref char group)
    {
        var kind = IsSpace(character) ? ' ' : character;
        if (kind is not (' ' or ',' or '.') || (group != '\0' && group != kind))
        {
            return false;
        }

        group = kind;
        return true;
    }

    private static int CountSpaces(ReadOnlySpan<char> body)
    {
        var count = 0;
        foreach (var character in body)
        {
            count += IsSpace(character) ? 1 : 0;
        }

        return count;
    }

    private static bool IsSpace(char character) => character is ' ' or '\u00A0' or '\u202F' or '\u2009';
}
