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
    /// <summary>How often it was found. A mistake made again and again is one finding: its place is that of the first, its sentences tell the others.</summary>
    public int Count { get; init; } = 1;

    /// <summary>The line of the invoice, for what stands in one.</summary>
    internal InvoiceLineNumber? InvoiceLine { get; init; }

    /// <summary>What tells it from other findings of its kind on the same field.</summary>
    internal string? Distinction { get; init; }

    /// <summary>Number in the catalogue.</summary>
    public string Code => Definition.Code;

    /// <summary>Whether the finding stops the invoice.</summary>
    public FindingSeverity Severity => Definition.Severity;
}
