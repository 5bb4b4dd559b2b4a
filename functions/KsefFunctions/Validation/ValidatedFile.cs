namespace KsefFunctions.Validation;

/// <summary>What the checks found, in short; the details are in the ledger.</summary>
/// <param name="Submissions">What is to be sent. Empty when nothing passed.</param>
/// <param name="HasAccepted">True when an earlier attempt got KSeF numbers already.</param>
/// <param name="Approved">True when a person let this very content out before.</param>
/// <param name="HasOpenSessions">True when sessions of an earlier run may hold invoices that the rows do not know of; they are settled before anything is sent.</param>
public sealed record ValidatedFile(IReadOnlyList<Submission.SubmissionPlan> Submissions, bool HasAccepted, bool Approved, bool HasOpenSessions);
