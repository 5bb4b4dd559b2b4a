namespace Ksef.Invoices;

/// <summary>
/// Something found in one invoice file. The sentences may quote values from the invoice:
/// show them to the invoice's owner, never write them to a log.
/// </summary>
/// <param name="Definition">Kind of finding: number, severity, what to do.</param>
/// <param name="Path">XPath by local names, such as <c>/Faktura/Fa/FaWiersz[3]/P_12</c>; none when it concerns the file as a whole.</param>
/// <param name="Line">Line in the file, from 1.</param>
/// <param name="Column">Character in the line, from 1.</param>
/// <param name="MessagePl">The Polish sentence.</param>
/// <param name="MessageEn">The English sentence.</param>
public sealed record Finding(
    FindingDefinition Definition,
    string? Path,
    int? Line,
    int? Column,
    string MessagePl,
    string MessageEn)
{
    /// <summary>Number in the catalogue.</summary>
    public string Code => Definition.Code;

    /// <summary>Whether the finding stops the invoice.</summary>
    public FindingSeverity Severity => Definition.Severity;
}
