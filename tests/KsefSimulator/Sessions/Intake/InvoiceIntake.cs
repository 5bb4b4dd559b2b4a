using KsefSimulator.Faults;
using KsefSimulator.Invoices;
using KsefSimulator.Invoices.Verification;
using KsefSimulator.Limits;
using KsefSimulator.Numbers;
using KsefSimulator.Storage;

namespace KsefSimulator.Sessions.Intake;

/// <summary>An invoice on its way in, decrypted.</summary>
internal sealed record IncomingInvoice(
    Session Session, int OrdinalNumber, ReadOnlyMemory<byte> Content, string Hash, string? FileName, bool OfflineMode, DateTimeOffset InvoicingDate, DateTimeOffset VisibleAt)
{
    public string? HashOfCorrectedInvoice { get; init; }
}

/// <summary>Gives the verdict: examines, applies the rules of the context, looks for the original of a duplicate, numbers what is good.</summary>
internal sealed class InvoiceIntake(
    InvoiceLedger ledger, ContextRules rules, ContextLimitBook limits, KsefNumbers ksefNumbers, ReferenceNumbers numbers, ContentStore contents, DuplicateFaults duplicateFaults)
{
    public InvoiceExamination Examine(IncomingInvoice incoming)
    {
        var examination = InvoiceExaminer.Examine(incoming.Content, FormCodes.Of(incoming.Session));
        return examination.Facts is { } facts && rules.Objection(incoming, facts) is { } objection ? new InvoiceExamination(objection, facts) : examination;
    }

    /// <returns>The invoice with its verdict, and the original that a fault hides behind it, if any. Nothing is in the ledger yet but the claim to the business key.</returns>
    public (SubmittedInvoice Invoice, SubmittedInvoice? Hidden) Judge(IncomingInvoice incoming, InvoiceExamination examination)
    {
        if (TooLarge(incoming, examination.Facts) is { } tooLarge)
        {
            return (Rejected(incoming, tooLarge, null), null);
        }

        if (examination.Refusal is { } refusal || examination.Facts is not { } facts)
        {
            return (Rejected(incoming, examination.Refusal!, examination.Facts), null);
        }

        if (InvoiceFaults.Forced(incoming) is { } forced)
        {
            return (Rejected(incoming, forced, facts), null);
        }

        duplicateFaults.PlantForeignOriginal(incoming, facts);
        var accepted = Accepted(incoming, facts);
        var withExtensions = !incoming.Session.HasFault(FaultNames.DuplicateWithoutExtensions);
        if (!ledger.TryClaim(accepted, out var original))
        {
            return (Rejected(incoming, InvoiceStatus.Duplicate(original.KsefNumber!, original.SessionReferenceNumber, withExtensions), facts), null);
        }

        return DuplicateFaults.StrikesOwnSession(incoming)
            ? (Rejected(incoming, InvoiceStatus.Duplicate(accepted.KsefNumber!, incoming.Session.ReferenceNumber, withExtensions), facts), accepted with { OrdinalNumber = 0 })
            : (accepted, null);
    }

    /// <summary>An invoice refused before anything in it could be read.</summary>
    public SubmittedInvoice Rejected(IncomingInvoice incoming, InvoiceStatus verdict, InvoiceFacts? facts) => Base(incoming) with { Verdict = verdict, Facts = facts };

    private SubmittedInvoice Accepted(IncomingInvoice incoming, InvoiceFacts facts) => Base(incoming) with
    {
        Facts = facts,
        Mode = ContextRules.ModeOf(incoming, facts),
        KsefNumber = ksefNumbers.Next(facts.SellerNip),
        Content = contents.Add(incoming.Content.Span),
    };

    private SubmittedInvoice Base(IncomingInvoice incoming) => new()
    {
        ReferenceNumber = numbers.Next(ReferenceKind.Invoice),
        SessionReferenceNumber = incoming.Session.ReferenceNumber,
        ContextKey = incoming.Session.Context.Key,
        OrdinalNumber = incoming.OrdinalNumber,
        Hash = incoming.Hash,
        FileName = incoming.FileName,
        InvoicingDate = incoming.InvoicingDate,
        VisibleAt = incoming.VisibleAt,
        Verdict = InvoiceStatus.Success,
        Mode = incoming.OfflineMode ? SubmittedInvoice.Offline : SubmittedInvoice.Online,
        HashOfCorrectedInvoice = incoming.HashOfCorrectedInvoice,
    };

    private InvoiceStatus? TooLarge(IncomingInvoice incoming, InvoiceFacts? facts)
    {
        var context = limits.Of(incoming.Session.Context);
        var session = incoming.Session.Kind == SessionKind.Online ? context.OnlineSession : context.BatchSession;
        var megabytes = facts is { HasAttachment: false } ? session.MaxInvoiceSizeInMB : session.MaxInvoiceWithAttachmentSizeInMB;
        return incoming.Content.Length > (long)megabytes * SessionLimits.BytesPerMegabyte
            ? InvoiceStatus.BadFile($"Rozmiar faktury {incoming.Content.Length} B przekracza dozwolony {megabytes} MB.")
            : null;
    }
}
