using System.Globalization;

namespace KsefFunctions.Api;

/// <summary>Reads values from the address of a request; a value that is left out, or empty, is null.</summary>
internal static class QueryValues
{
    private const int DefaultPage = 50;
    private const int LargestPage = 500;

    /// <summary>Reads a text in its form.</summary>
    /// <returns>Whether it could be read.</returns>
    public delegate bool Reader<T>(string text, out T value);

    /// <summary>A text without blanks around it.</summary>
    public static string? Text(IQueryCollection query, string name) => query[name].ToString().Trim() is { Length: > 0 } text ? text : null;

    /// <summary>How many rows a page is to have (<c>pageSize</c>), at most five hundred.</summary>
    public static int PageSize(IQueryCollection query) =>
        Math.Clamp(int.TryParse(query["pageSize"], NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : DefaultPage, 1, LargestPage);

    /// <summary>Reads a time in ISO 8601; without an offset it is UTC.</summary>
    public static bool TryTime(string? text, out DateTimeOffset? time) => TryRead(
        text, (string value, out DateTimeOffset read) => DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out read), out time);

    /// <summary>Reads a value; what is left out is null, and no mistake.</summary>
    public static bool TryRead<T>(string? text, Reader<T> tryRead, out T? value)
        where T : struct
    {
        value = null;
        if (string.IsNullOrEmpty(text))
        {
            return true;
        }

        var isRead = tryRead(text, out var read);
        value = read;
        return isRead;
    }
}
