using Ksef.Client;
using KsefFunctions.Answers;
using KsefFunctions.Errors;
using KsefFunctions.Files;

namespace KsefFunctions.Settlement;

/// <summary>What KSeF decided about one invoice, in the terms of the ledger.</summary>
/// <param name="Outcome"><see cref="InvoiceOutcome.Pending"/> when KSeF did not decide and the invoice may be sent again.</param>
public sealed record Verdict(InvoiceOutcome Outcome)
{
    public string? KsefNumber { get; init; }

    public DateTimeOffset? AcquisitionDate { get; init; }

    /// <summary><c>Online</c> or <c>Offline</c>; KSeF decides it for an invoice that is dated before the day it comes in.</summary>
    public string? InvoicingMode { get; init; }

    /// <summary>For a duplicate: the number that KSeF gave the other invoice, where KSeF says it.</summary>
    public string? OriginalKsefNumber { get; init; }

    /// <summary>Session in which the KSeF number was given.</summary>
    public string? Session { get; init; }

    public RecordedError? Error { get; init; }

    /// <summary>Reads the verdict off a session's list. Duplicates need evidence and are decided by <see cref="DuplicateEvidence"/>.</summary>
    public static Verdict Of(SessionInvoice invoice, string session)
    {
        var answer = InvoiceAnswers.Of(invoice.Code);
        return answer switch
        {
            { Effect: AnswerEffect.GoesOn } => new Verdict(InvoiceOutcome.Accepted)
            {
                KsefNumber = invoice.KsefNumber?.ToString(),
                AcquisitionDate = invoice.AcquisitionDate,
                InvoicingMode = invoice.InvoicingMode,
                Session = session,
            },
            { Effect: AnswerEffect.Ends, Error: { } cause } => new Verdict(InvoiceOutcome.Rejected) { Session = session, Error = Rejection(cause, invoice) },
            _ => new Verdict(InvoiceOutcome.Pending),
        };
    }

    public InvoiceRow ApplyTo(InvoiceRow row) => Outcome == InvoiceOutcome.Pending
        ? row
        : row with
        {
            Outcome = Outcome,
            KsefNumber = KsefNumber,
            AcquisitionDate = AcquisitionDate,
            InvoicingMode = InvoicingMode,
            OriginalKsefNumber = OriginalKsefNumber,
            SessionReferenceNumber = Session,
            Errors = Error is null ? row.Errors : [.. row.Errors, Error],
        };

    private static RecordedError Rejection(ErrorDefinition cause, SessionInvoice invoice)
    {
        var reason = string.Join("; ", invoice.Status.Details.Prepend(invoice.Status.Description).Where(text => !string.IsNullOrWhiteSpace(text)));
        return cause.Record((int)invoice.Code, reason) with { KsefCode = (int)invoice.Code };
    }
}
