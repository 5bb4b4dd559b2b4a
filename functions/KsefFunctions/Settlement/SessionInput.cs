using KsefFunctions.Files;

namespace KsefFunctions.Settlement;

/// <summary>Input of <see cref="PollSession"/>.</summary>
/// <param name="Consignment">The consignment.</param>
/// <param name="Session">Reference number of the session that carries it.</param>
public sealed record SessionInput(ConsignmentReference Consignment, string Session);
