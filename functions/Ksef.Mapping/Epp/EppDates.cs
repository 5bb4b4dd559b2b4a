using System.Globalization;

namespace Ksef.Mapping.Epp;

/// <summary>Dates of the format.</summary>
internal static class EppDates
{
    /// <summary><c>yyyymmddhhmmss</c>, or only <c>yyyymmdd</c> as some writers have it.</summary>
    public static bool TryRead(string text, out DateOnly date)
    {
        date = default;
        var read = text.Length is 8 or 14
            && DateTime.TryParseExact(text, text.Length == 8 ? "yyyyMMdd" : "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
        if (read)
        {
            date = DateOnly.ParseExact(text.AsSpan(0, 8), "yyyyMMdd", CultureInfo.InvariantCulture);
        }

        return read;
    }
}
