using Ksef.Client;
using KsefFunctions.Files;

namespace KsefFunctions.Settlement;

/// <summary>A page of a finished session, as the files need it.</summary>
/// <param name="Ksef">Way to the receipts.</param>
/// <param name="Consignment">What the session carries.</param>
/// <param name="Session">The session, with its final status.</param>
/// <param name="Verdicts">By the hash of the invoice.</param>
/// <param name="Invoices">The page.</param>
/// <param name="At">When it was read.</param>
public sealed record SettlingSession(
    KsefContext Ksef,
    ConsignmentRecord Consignment,
    SessionRecord Session,
    IReadOnlyDictionary<string, Verdict> Verdicts,
    IReadOnlyList<SessionInvoice> Invoices,
    DateTimeOffset At)
{
    private readonly Dictionary<string, Uri> _receipts = Invoices
        .Where(invoice => invoice is { KsefNumber: not null, UpoDownloadUrl: not null })
        .DistinctBy(invoice => invoice.KsefNumber!.Value.ToString())
        .ToDictionary(invoice => invoice.KsefNumber!.Value.ToString(), invoice => invoice.UpoDownloadUrl!, StringComparer.Ordinal);

    /// <summary>Address of an invoice's receipt; null where the page gives none.</summary>
    public Uri? ReceiptOf(InvoiceRow row) => row.KsefNumber is { } number ? _receipts.GetValueOrDefault(number) : null;

    /// <summary>What was done with the invoices before they were settled.</summary>
    public IReadOnlyList<StepRecord> Steps => Consignment.Steps is [.., { FinishedAt: { } sent }] ? [.. Consignment.Steps, new StepRecord("Poll", sent, At)] : Consignment.Steps;
}
