using KsefFunctions.Intake;
using KsefFunctions.Ledger;

namespace KsefFunctions.Submission;

/// <summary>Input of <see cref="PackageInvoices"/> and <see cref="FindOpenSessions"/>.</summary>
/// <param name="File">The file.</param>
/// <param name="Submission">Which of its invoices.</param>
/// <param name="FreshKeys">True after a failed session: KSeF's public key may have changed.</param>
public sealed record PackageInput(FileReference File, SubmissionPlan Submission, bool FreshKeys);

/// <summary>Output of <see cref="PackageInvoices"/>: where the ciphertext waits. No key is in it, nor at that place.</summary>
/// <param name="Folder">Folder in the container <c>work</c>.</param>
/// <param name="InvoiceCount">Zero when nothing is left to send.</param>
public sealed record PackageReference(string Folder, int InvoiceCount);

/// <summary>Output of <see cref="Authenticate"/>. The tokens stay in memory.</summary>
/// <param name="ReferenceNumber">KSeF's number of the authentication.</param>
/// <param name="ValidUntil">When the access token ends.</param>
public sealed record AuthenticatedContext(string ReferenceNumber, DateTimeOffset ValidUntil);

/// <summary>Input of the steps that send.</summary>
public sealed record SendInput(FileReference File, SubmissionPlan Submission, PackageReference Package, IReadOnlyList<StepRecord> Steps)
{
    /// <summary>Reference number of the online session, once it is open.</summary>
    public string? Session { get; init; }
}

/// <summary>Output of the steps that open a session.</summary>
/// <param name="ReferenceNumber">Null when the package was encrypted for a key that KSeF has retired.</param>
public sealed record OpenedSession(string? ReferenceNumber)
{
    public static OpenedSession NeedsFreshKey { get; } = new(ReferenceNumber: null);
}

/// <summary>Output of <see cref="SendInvoices"/>.</summary>
/// <param name="Sent">Invoices that KSeF confirmed to have taken.</param>
/// <param name="Unknown">Invoices that were not sent or whose fate is unknown; the finished session tells.</param>
public sealed record SentInvoices(int Sent, int Unknown);

/// <summary>Input of the steps that follow a session to its end.</summary>
public sealed record SessionInput(FileReference File, SubmissionPlan Submission, string Session, IReadOnlyList<StepRecord> Steps);

/// <summary>Output of <see cref="CloseSession"/>.</summary>
/// <param name="WillBeProcessed">False when KSeF refuses to close the session for good: then nothing in it is ever processed.</param>
/// <param name="SessionStatus">Status code as far as known.</param>
public sealed record ClosedSession(bool WillBeProcessed, int SessionStatus);

/// <summary>Output of <see cref="PollSession"/>.</summary>
/// <param name="Status">KSeF's status code of the session.</param>
/// <param name="IsFinished">True when the code will not change any more.</param>
public sealed record SessionSnapshot(int Status, bool IsFinished);
