using KsefFunctions.Files;
using KsefFunctions.Validation;

namespace KsefFunctions.Submission;

/// <summary>Input of <see cref="SendSubmission"/>.</summary>
/// <param name="File">The file.</param>
/// <param name="Submission">Which of its invoices.</param>
/// <param name="FreshKeys">True after a failed session: KSeF's public key may have changed.</param>
/// <param name="Steps">How far the file has come, for whoever looks on.</param>
/// <param name="Decision">A person's consent, where one was asked for.</param>
public sealed record SendInput(FileReference File, SubmissionPlan Submission, bool FreshKeys, IReadOnlyList<StepRecord> Steps, ApprovalRecord? Decision);
