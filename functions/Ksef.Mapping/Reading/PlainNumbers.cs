using System.Buffers;
using System.Globalization;

namespace Ksef.Mapping.Reading;

/// <summary>Numbers of formats that have one form for them: digits with a point, a minus in front, and nothing else.</summary>
internal static class PlainNumbers
{
    /// <summary>More than any amount or quantity of an invoice has; the product of two such numbers is still exact.</summary>
    private const int MostWholeDigits = 14;

    private const int MostDecimals = 10;

    /// <summary>A number of so many characters fits 64 bits without its point.</summary>
    private const int UsualLength = 18;

    private static readonly SearchValues<char> DigitsAndPoint = SearchValues.Create("0123456789.");

    /// <summary>Reads a number.</summary>
    /// <returns>Whether the text is one.</returns>
    public static bool TryRead(string text, out decimal number)
    {
        number = 0;
        var isNegative = text is ['-', ..];
        var digits = text.AsSpan(isNegative ? 1 : 0);
        if (digits is [] or ['.', ..] or [.., '.'] || digits.ContainsAnyExcept(DigitsAndPoint) || digits.Count('.') > 1 || !IsShort(digits))
        {
            return false;
        }

        if (digits.Length <= UsualLength)
        {
            number = Exact(digits, isNegative);
            return true;
        }

        return decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);
    }

    /// <summary>The number whose digits are known to be right: a whole number and the place of its point, which is what a decimal is.</summary>
    private static decimal Exact(ReadOnlySpan<char> digits, bool isNegative)
    {
        var whole = 0L;
        foreach (var digit in digits)
        {
            whole = digit == '.' ? whole : (whole * 10) + (digit - '0');
        }

        var point = digits.IndexOf('.');
        return new decimal((int)whole, (int)(whole >> 32), 0, isNegative, (byte)(point < 0 ? 0 : digits.Length - point - 1));
    }

    private static bool IsShort(ReadOnlySpan<char> digits)
    {
        var point = digits.IndexOf('.');
        return point < 0 ? digits.Length <= MostWholeDigits : point <= MostWholeDigits && digits.Length - point - 1 <= MostDecimals;
    }

    /// <summary>The same number without zeros at its end.</summary>
    public static decimal WithoutZeros(decimal number)
    {
        // Most are whole; the division, which takes the zeros off any number, costs ten times as much.
        var whole = decimal.Truncate(number);
        return whole == number ? whole : number / 1.0000000000000000000000000000m;
    }
}
