namespace KsefFunctions.Submission;

/// <summary>Output of <see cref="SendConsignment"/>.</summary>
/// <param name="ReferenceNumber">The session to follow; null when there is none.</param>
/// <param name="Failure">Status of a session that KSeF will not process, or of the refusal to open one; null when nothing failed.</param>
/// <param name="IsEarlier">It is a session of an earlier attempt, whose list is read before anything is sent.</param>
public sealed record SentSession(string? ReferenceNumber, int? Failure = null, bool IsEarlier = false)
{
    /// <summary>No invoice of the consignment is left to send.</summary>
    public static SentSession NothingLeft { get; } = new(ReferenceNumber: null);
}
