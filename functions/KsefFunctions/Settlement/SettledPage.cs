using KsefFunctions.Files;

namespace KsefFunctions.Settlement;

/// <summary>Output of <see cref="SettleConsignment"/>.</summary>
/// <param name="Settled">Rows that are settled by this page of the session's list.</param>
/// <param name="ContinuationToken">Leads to the next page; null when this was the last.</param>
public sealed record SettledPage(int Settled, string? ContinuationToken);

/// <summary>Input of <see cref="SettleConsignment"/>.</summary>
/// <param name="Consignment">The consignment.</param>
/// <param name="Session">Reference number of its session, which is finished.</param>
/// <param name="Status">The session's final status code.</param>
/// <param name="ContinuationToken">From the page before; null for the first.</param>
public sealed record SettleInput(ConsignmentReference Consignment, string Session, int Status, string? ContinuationToken);
