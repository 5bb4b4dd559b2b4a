using System.Globalization;

namespace Ksef.Mapping.Exact;

/// <summary>Reads days in forms that have one reading, and in those that the company's mapping names.</summary>
internal static class DateText
{
    private static readonly string[] Formats =
    [
        "yyyy-MM-dd", "dd.MM.yyyy", "d.MM.yyyy", "d.M.yyyy", "dd-MM-yyyy", "yyyy.MM.dd", "yyyy/MM/dd", "yyyyMMdd",
        "yyyy-MM-dd'T'00:00:00", "yyyy-MM-dd 00:00:00", "yyyy-MM-dd 00:00", "dd.MM.yyyy 00:00:00", "dd.MM.yyyy 00:00",
    ];

    /// <summary>What programs add to a day in Polish prose.</summary>
    private static readonly string[] Suffixes = [" r.", " r", "r."];

    public static DateOnly? Read(string text, IReadOnlyList<string> further)
    {
        var body = text.Trim();
        foreach (var suffix in Suffixes)
        {
            if (body.EndsWith(suffix, StringComparison.Ordinal))
            {
                body = body[..^suffix.Length].TrimEnd();
                break;
            }
        }

        foreach (var format in further)
        {
            if (DateOnly.TryParseExact(body, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                return day;
            }
        }

        return DateOnly.TryParseExact(body, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var usual) ? usual : null;
    }
}
