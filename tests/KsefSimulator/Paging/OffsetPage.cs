using System.Globalization;
using KsefSimulator.Http;

namespace KsefSimulator.Paging;

/// <summary>Paging by the query parameters <c>pageOffset</c> (which page, from 0) and <c>pageSize</c>.</summary>
internal sealed record OffsetPage(int Offset, int Size)
{
    public static OffsetPage From(HttpRequest request, int minimum = 10, int maximum = 100, int fallback = 10)
    {
        var size = Number(request, "pageSize", fallback);
        return size >= minimum && size <= maximum
            ? new OffsetPage(Number(request, "pageOffset", 0), size)
            : throw Refusals.InvalidInput($"Parametr 'pageSize' musi mieścić się w zakresie od {minimum} do {maximum}.");
    }

    public IEnumerable<T> Of<T>(IEnumerable<T> items) => items.Skip(Offset * Size).Take(Size);

    public bool HasMore(int total) => (long)(Offset + 1) * Size < total;

    private static int Number(HttpRequest request, string name, int fallback)
    {
        string? text = request.Query[name];
        return string.IsNullOrEmpty(text)
            ? fallback
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number
                : throw Refusals.InvalidInput($"Parametr '{name}' musi być liczbą nieujemną.");
    }
}
