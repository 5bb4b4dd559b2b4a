using Ksef.Invoices.Reading;

namespace Ksef.Invoices.Rules;

/// <summary>What every rule sees.</summary>
/// <param name="Summary">The invoice in one form for every schema.</param>
/// <param name="Fields">Its fields with their places.</param>
/// <param name="Options">What the caller asked for.</param>
/// <param name="Today">Today's date in Poland.</param>
/// <param name="Findings">Where rules report.</param>
internal sealed record InvoiceUnderCheck(InvoiceSummary Summary, InvoiceFields Fields, InvoiceCheckOptions Options, DateOnly Today, FindingList Findings)
{
    private InvoiceLine[]? _lines;

    /// <summary>Whether the structure is in order. Sums over fields that are missing or garbled would only repeat what was said of those.</summary>
    public required bool FollowsSchema { get; init; }

    /// <summary>The lines, in the order of the invoice.</summary>
    public InvoiceLine[] Lines => _lines ??= InvoiceLine.All(Fields);
}
