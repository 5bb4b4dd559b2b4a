namespace KsefFunctions.Results;

/// <summary>Output of <see cref="SettleInvoices"/>.</summary>
/// <param name="Remaining">Invoices of the submission that no session has settled.</param>
/// <param name="SessionStatus">KSeF's final status code of the session.</param>
public sealed record SettledSession(int Remaining, int SessionStatus);
