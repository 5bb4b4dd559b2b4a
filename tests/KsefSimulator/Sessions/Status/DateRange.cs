using System.Globalization;
using KsefSimulator.Http;

namespace KsefSimulator.Sessions.Status;

/// <summary>A range of two query parameters, <c>{name}From</c> and <c>{name}To</c>.</summary>
internal sealed record DateRange(DateTimeOffset? From, DateTimeOffset? To)
{
    public bool Contains(DateTimeOffset? moment) =>
        (From is null && To is null) || (moment is { } value && (From is not { } from || value >= from) && (To is not { } to || value <= to));

    public static DateRange Parse(HttpRequest request, string name) => new(Moment(request, name + "From"), Moment(request, name + "To"));

    private static DateTimeOffset? Moment(HttpRequest request, string name)
    {
        string? text = request.Query[name];
        return string.IsNullOrEmpty(text)
            ? null
            : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var value)
                ? value
                : throw Refusals.InvalidInput($"Parametr '{name}' nie jest poprawną datą.");
    }
}
