namespace Ksef.Invoices;

/// <summary>What the check of one file brought.</summary>
/// <param name="Invoice">The invoice as far as it could be read; <see langword="null"/> when the file is none.</param>
/// <param name="Findings">Everything found, in the order of the file.</param>
public sealed record InvoiceCheck(InvoiceSummary? Invoice, IReadOnlyList<Finding> Findings)
{
    /// <summary>Whether the invoice can be sent: nothing was found, or warnings only.</summary>
    public bool IsAccepted => Findings.All(finding => finding.Severity != FindingSeverity.Error);
}
