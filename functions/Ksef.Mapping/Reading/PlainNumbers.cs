using System.Buffers;
using System.Globalization;

namespace Ksef.Mapping.Reading;

/// <summary>Numbers of formats that have one form for them: digits with a point, a minus in front, and nothing else.</summary>
internal static class PlainNumbers
{
    private const int Longest = 24;

    private static readonly SearchValues<char> DigitsAndPoint = SearchValues.Create("0123456789.");

    /// <summary>Reads a number.</summary>
    /// <returns>Whether the text is one.</returns>
    public static bool TryRead(string text, out decimal number)
    {
        number = 0;
        var digits = text is ['-', .. var positive] ? positive.AsSpan() : text.AsSpan();
        if (digits is [] or ['.', ..] or [.., '.'] || digits.Length > Longest || digits.ContainsAnyExcept(DigitsAndPoint))
        {
            return false;
        }

        return decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);
    }

    /// <summary>The same number without zeros at its end.</summary>
    public static decimal WithoutZeros(decimal number) => number / 1.0000000000000000000000000000m;
}
