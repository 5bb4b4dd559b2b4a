using System.Text.Json.Serialization;

namespace KsefFunctions.Files;

/// <summary>
/// A KSeF session that was opened for a consignment. The intents are written before the call they announce, so that after a
/// crash or a lost answer it is known what may have happened and what cannot have.
/// </summary>
public sealed record SessionRecord
{
    public required string ReferenceNumber { get; init; }

    public required SessionKind Kind { get; init; }

    /// <summary>The consignment that it carries; null in what versions wrote that opened a session for each file.</summary>
    public string? Consignment { get; init; }

    /// <summary>Attempt of the consignment that opened it.</summary>
    public required int Attempt { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>Hashes of the invoices whose sending was announced (online sessions only).</summary>
    public IReadOnlyList<string> SendIntents { get; init; } = [];

    /// <summary>When closing was announced. A batch session that was never closed is never processed.</summary>
    public DateTimeOffset? CloseIntentAt { get; init; }

    /// <summary>Folder in <c>work</c> with what is still to be sent in this online session; null while nothing waits there.</summary>
    public string? Staged { get; init; }

    /// <summary>True when sending had to pause in this session, so that something of it may lie in <c>work</c>.</summary>
    public bool HasPaused { get; init; }

    /// <summary>KSeF's final status code of the session, once its invoices are settled in the rows.</summary>
    public int? FinalStatus { get; init; }

    /// <summary>Attempt of the consignment in which its list was last read into the rows; null when it never was.</summary>
    public int? SettledIn { get; init; }

    /// <summary>True when the session may hold invoices that the rows do not know of yet.</summary>
    /// <param name="attempt">Attempt that asks. A later one reads the lists of earlier sessions again, for the files that could not take their part then.</param>
    public bool IsOpenQuestion(int attempt) => !(SettledIn >= attempt) && MayHoldInvoices;

    /// <summary>An online session holds what was announced before it was sent; a batch session nothing until it is closed.</summary>
    [JsonIgnore]
    public bool MayHoldInvoices => Kind == SessionKind.Online ? SendIntents.Count > 0 : CloseIntentAt is not null;
}
