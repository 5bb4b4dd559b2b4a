using System.Globalization;
using System.Text;

namespace Ksef.Client;

/// <summary>Which sessions to list. Source: KSeF API 2.6, GET /sessions.</summary>
/// <param name="Type">Kind of session; KSeF demands it.</param>
public sealed record SessionFilter(SessionType Type)
{
    /// <summary>Only this session.</summary>
    public ReferenceNumber? ReferenceNumber { get; init; }

    /// <summary>Opened at or after.</summary>
    public DateTimeOffset? DateCreatedFrom { get; init; }

    /// <summary>Opened at or before.</summary>
    public DateTimeOffset? DateCreatedTo { get; init; }

    /// <summary>Last touched at or after.</summary>
    public DateTimeOffset? DateModifiedFrom { get; init; }

    /// <summary>Last touched at or before.</summary>
    public DateTimeOffset? DateModifiedTo { get; init; }

    /// <summary>Any of <c>InProgress</c>, <c>Succeeded</c>, <c>Failed</c>, <c>Cancelled</c>; empty for all.</summary>
    public IReadOnlyList<string> Statuses { get; init; } = [];

    /// <summary>Sessions per call, 10 to 1000. The list has the tightest limit of all session calls.</summary>
    public int PageSize { get; init; } = 100;

    internal string ToQuery()
    {
        var query = new StringBuilder("?pageSize=").Append(PageSize.ToString(CultureInfo.InvariantCulture)).Append("&sessionType=").Append(Type);
        Append(query, "referenceNumber", ReferenceNumber?.Value);
        Append(query, "dateCreatedFrom", DateCreatedFrom);
        Append(query, "dateCreatedTo", DateCreatedTo);
        Append(query, "dateModifiedFrom", DateModifiedFrom);
        Append(query, "dateModifiedTo", DateModifiedTo);
        foreach (var status in Statuses)
        {
            Append(query, "statuses", status);
        }

        return query.ToString();
    }

    private static void Append(StringBuilder query, string name, DateTimeOffset? value) =>
        Append(query, name, value?.ToString("O", CultureInfo.InvariantCulture));

    private static void Append(StringBuilder query, string name, string? value)
    {
        if (value is not null)
        {
            query.Append('&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
        }
    }
}
