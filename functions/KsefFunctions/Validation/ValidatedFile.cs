using KsefFunctions.Files;
using KsefFunctions.Settings;

namespace KsefFunctions.Validation;

/// <summary>What the checks found, in short; the details are in the ledger.</summary>
/// <param name="ToSend">What is to be sent, by form code. Empty when nothing passed, or nothing may be sent.</param>
/// <param name="HasAccepted">True when an earlier attempt got KSeF numbers already.</param>
/// <param name="NeedsApproval">True when a person must let it go out first.</param>
/// <param name="IsMapped">Whether the invoices were made of a company's data.</param>
public sealed record ValidatedFile(IReadOnlyList<InvoicesToSend> ToSend, bool HasAccepted, bool NeedsApproval, bool IsMapped = false)
{
    public static ValidatedFile Of(FileRecord record, FlowMode mode)
    {
        var toSend = mode == FlowMode.DryRun ? [] : InvoicesToSend.Of(record.Invoices);
        return new ValidatedFile(
            toSend,
            record.Invoices.Any(row => row.Outcome == InvoiceOutcome.Accepted),
            mode == FlowMode.Approval && toSend.Count > 0 && record.Approval is not { Approved: true },
            record.IsMapped);
    }
}
