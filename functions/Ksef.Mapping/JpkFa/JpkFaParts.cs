namespace Ksef.Mapping.JpkFa;

/// <summary>What an invoice is put together of.</summary>
/// <param name="Rows">Its rows.</param>
/// <param name="Findings">What was found in it.</param>
/// <param name="IsReverseCharge">Whether its head says that all untaxed lines are under reverse charge.</param>
internal sealed record JpkFaParts(List<DataRow> Rows, List<DataFinding> Findings, bool IsReverseCharge);
