namespace KsefFunctions.Submission;

/// <summary>Output of <see cref="SendSubmission"/>.</summary>
/// <param name="ReferenceNumber">The session to follow; null when there is none.</param>
/// <param name="Failure">Status of a session that KSeF will not process, or of the refusal to open one; null when nothing failed.</param>
public sealed record SentSession(string? ReferenceNumber, int? Failure = null)
{
    /// <summary>No invoice of the submission is left to send.</summary>
    public static SentSession NothingLeft { get; } = new(ReferenceNumber: null);
}
