namespace KsefFunctions.Settlement;

/// <summary>Output of <see cref="PollSession"/>.</summary>
/// <param name="Status">KSeF's status code of the session.</param>
/// <param name="IsFinished">True when the code will not change any more and the session's invoices are settled in the rows.</param>
/// <param name="Remaining">Invoices of the submission that no session has settled; known when the session is finished.</param>
public sealed record SessionSnapshot(int Status, bool IsFinished, int Remaining);
