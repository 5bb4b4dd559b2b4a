using Ksef.Client;
using KsefFunctions.Errors;
using static KsefFunctions.Answers.AnswerEffect;
using static KsefFunctions.Answers.KsefAnswer;

namespace KsefFunctions.Answers;

/// <summary>Statuses of an invoice in a session (<c>GET /sessions/{referenceNumber}/invoices</c>).</summary>
public static class InvoiceAnswers
{
    private static readonly AnswerTable Table = new(
    [
        New(InvoiceStatusCode.Received, "Faktura przyjęta do dalszego przetwarzania", "taken over", Waits, KsefErrors.InvoicesUnsettled),
        New(InvoiceStatusCode.Processing, "Trwa przetwarzanie", "being processed", Waits, KsefErrors.InvoicesUnsettled),
        New(InvoiceStatusCode.Accepted, "Sukces", "accepted: it has a KSeF number", GoesOn),
        New(InvoiceStatusCode.CancelledBySessionError, "Przetwarzanie anulowane z powodu błędu sesji", "the session failed, not the invoice", NewSession),
        New(InvoiceStatusCode.WrongPermissionScope, "Nieprawidłowy zakres uprawnień", "a permission is missing in KSeF", Ends, InvoiceErrors.RightMissing),
        New(InvoiceStatusCode.AttachmentNotAllowed, "Brak możliwości wysyłania faktury z załącznikiem", "the seller may not send attachments", Ends, InvoiceErrors.AttachmentsNotAllowed),
        New(InvoiceStatusCode.FileVerificationFailed, "Błąd weryfikacji pliku faktury", "the file breaks its schema", Ends, InvoiceErrors.FileRefused),
        New(InvoiceStatusCode.DecryptionFailed, "Błąd odszyfrowania pliku", "damaged on the way", NewSession),
        New(InvoiceStatusCode.Duplicate, "Duplikat faktury", "seller, kind and number are in KSeF already", Compares, InvoiceErrors.ForeignDuplicate),
        New(InvoiceStatusCode.SemanticError, "Błąd weryfikacji semantyki dokumentu faktury", "the content breaks a rule; the details say which", Ends, InvoiceErrors.RejectedByKsef),
        New(InvoiceStatusCode.UnknownError, "Nieznany błąd ({statusCode})", "an error of KSeF", NewSession),
        New(InvoiceStatusCode.CancelledBySystem, "Operacja została anulowana przez system", "KSeF asks to send it again", NewSession),
    ]);

    /// <summary>In the order of their codes.</summary>
    public static IReadOnlyList<KsefAnswer> All => Table.All;

    /// <summary>The entry of a status. Below 200 KSeF is still at work; what is not listed above ends as unknown.</summary>
    public static KsefAnswer Of(InvoiceStatusCode code) => Table.Find((int)code)
        ?? ((int)code < 200 ? New(code, "?", "not decided yet", Waits, KsefErrors.InvoicesUnsettled) : New(code, "?", "not known to this version", Ends, InvoiceErrors.UnknownStatus));
}
