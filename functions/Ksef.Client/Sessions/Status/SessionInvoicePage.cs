namespace Ksef.Client;

/// <summary>Some of the invoices of a session.</summary>
/// <param name="Invoices">At most a thousand.</param>
/// <param name="ContinuationToken">Leads to the next page; null on the last one.</param>
public sealed record SessionInvoicePage(IReadOnlyList<SessionInvoice> Invoices, string? ContinuationToken);
