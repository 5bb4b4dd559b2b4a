using KsefFunctions.Files;

namespace KsefFunctions.Api;

/// <summary>A KSeF session of a file: what the ledger knows of it, less what only the flow needs.</summary>
public sealed record SessionView
{
    public required string ReferenceNumber { get; init; }

    public required SessionKind Kind { get; init; }

    /// <summary>The consignment that it carries; missing in what versions wrote that opened a session for each file.</summary>
    public string? Consignment { get; init; }

    /// <summary>Attempt of the consignment that opened it.</summary>
    public required int Attempt { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>Hashes of the invoices whose sending was announced (online sessions only).</summary>
    public required IReadOnlyList<string> SendIntents { get; init; }

    /// <summary>When closing was announced.</summary>
    public DateTimeOffset? CloseIntentAt { get; init; }

    /// <summary>KSeF's final status code of the session.</summary>
    public int? FinalStatus { get; init; }

    public static SessionView Of(SessionRecord session) => new()
    {
        ReferenceNumber = session.ReferenceNumber,
        Kind = session.Kind,
        Consignment = session.Consignment,
        Attempt = session.Attempt,
        OpenedAt = session.OpenedAt,
        SendIntents = session.SendIntents,
        CloseIntentAt = session.CloseIntentAt,
        FinalStatus = session.FinalStatus,
    };
}
