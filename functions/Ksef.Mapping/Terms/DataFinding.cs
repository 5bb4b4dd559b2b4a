using Ksef.Invoices;

namespace Ksef.Mapping;

/// <summary>
/// Something found in the data of an invoice. Value and sentences quote the data: show them to the data's owner, never write them to a log.
/// </summary>
/// <param name="Definition">Kind of finding: number, severity, what to do.</param>
/// <param name="Place">Where.</param>
/// <param name="Value">The value in question as the file shows it, where there is one.</param>
/// <param name="MessagePl">The Polish sentence.</param>
/// <param name="MessageEn">The English sentence.</param>
public sealed record DataFinding(FindingDefinition Definition, DataPlace Place, string? Value, string MessagePl, string MessageEn)
{
    /// <summary>Number in the catalogue.</summary>
    public string Code => Definition.Code;

    /// <summary>Whether the finding stops the invoice.</summary>
    public FindingSeverity Severity => Definition.Severity;
}
