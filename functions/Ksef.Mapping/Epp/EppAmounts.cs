using System.Buffers;
using System.Globalization;

namespace Ksef.Mapping.Epp;

/// <summary>Numbers, dates and flags of the format, each in the one form that it has.</summary>
internal static class EppAmounts
{
    private const int LongestNumber = 24;

    private static readonly SearchValues<char> DigitsAndPoint = SearchValues.Create("0123456789.");

    /// <summary>Digits with a point, a minus in front, and nothing else.</summary>
    public static bool TryNumber(string text, out decimal number)
    {
        number = 0;
        var digits = text is ['-', .. var positive] ? positive.AsSpan() : text.AsSpan();
        if (digits is [] or ['.', ..] or [.., '.'] || digits.Length > LongestNumber || digits.ContainsAnyExcept(DigitsAndPoint))
        {
            return false;
        }

        return decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);
    }

    /// <summary><c>yyyymmddhhmmss</c>, or only <c>yyyymmdd</c> as some writers have it.</summary>
    public static bool TryDate(string text, out DateOnly date)
    {
        date = default;
        var read = text.Length is 8 or 14
            && DateTime.TryParseExact(text, text.Length == 8 ? "yyyyMMdd" : "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time);
        if (read)
        {
            date = DateOnly.ParseExact(text.AsSpan(0, 8), "yyyyMMdd", CultureInfo.InvariantCulture);
        }

        return read;
    }
}
