using KsefSimulator.Http;

namespace KsefSimulator.Sessions.Status;

/// <summary>The query parameters of GET /sessions.</summary>
internal sealed record SessionFilter(SessionKind Kind, string? ReferenceNumber, IReadOnlyList<string> Statuses, DateRange Created, DateRange Closed, DateRange Modified)
{
    private const int ReferenceLength = 36;
    private static readonly string[] KnownStatuses = ["InProgress", "Succeeded", "Failed", "Cancelled"];

    public static SessionFilter From(HttpRequest request)
    {
        var type = request.Query["sessionType"].ToString();
        if (!Enum.TryParse<SessionKind>(type, ignoreCase: true, out var kind) || type.All(char.IsAsciiDigit))
        {
            throw Refusals.InvalidInput("Parametr 'sessionType' jest wymagany: Online albo Batch.");
        }

        var statuses = request.Query["statuses"].OfType<string>().ToList();
        if (statuses.Except(KnownStatuses, StringComparer.OrdinalIgnoreCase).Any())
        {
            throw Refusals.InvalidInput("Parametr 'statuses' zawiera niedozwoloną wartość.");
        }

        return new SessionFilter(
            kind,
            Reference(request),
            statuses,
            DateRange.Parse(request, "dateCreated"),
            DateRange.Parse(request, "dateClosed"),
            DateRange.Parse(request, "dateModified"));
    }

    public bool Matches(Session session, SessionView view) =>
        session.Kind == Kind
        && (ReferenceNumber is null || session.ReferenceNumber == ReferenceNumber)
        && (Statuses.Count == 0 || Statuses.Contains(CommonStatus(view), StringComparer.OrdinalIgnoreCase))
        && Created.Contains(session.DateCreated)
        && Closed.Contains(session.ClosedAt)
        && Modified.Contains(view.DateUpdated);

    private static string? Reference(HttpRequest request)
    {
        string? reference = request.Query["referenceNumber"];
        return string.IsNullOrEmpty(reference) ? null : Require.Text(reference, "referenceNumber", ReferenceLength, ReferenceLength);
    }

    private static string CommonStatus(SessionView view) => view.Status.Code switch
    {
        _ when !view.IsFinal => "InProgress",
        200 => "Succeeded",
        440 => "Cancelled",
        _ => "Failed",
    };
}
