using KsefSimulator.Http;
using KsefSimulator.Invoices;

namespace KsefSimulator.Sessions.Intake;

/// <summary>Rules of the technical correction: an offline invoice that was rejected may be sent again, corrected, once, interactively.</summary>
internal sealed class TechnicalCorrections(InvoiceLedger ledger)
{
    private const int NotPermitted = 410;

    /// <summary>Held from the check until the correction is in the ledger.</summary>
    public Lock Gate { get; } = new();

    /// <exception cref="KsefRefusal">21405 not offline or the original is unknown; 21166 corrected already; 21167 the original is not correctable.</exception>
    public void Require(Session session, string hashOfCorrected, bool offlineMode)
    {
        Http.Require.Sha256(hashOfCorrected, "hashOfCorrectedInvoice");
        if (!offlineMode)
        {
            throw Refusals.InvalidInput("HashOfCorrectedInvoice can only be provided for offline invoices.");
        }

        if (ledger.FindByHash(session.Context.Key, hashOfCorrected) is not { } original)
        {
            throw Refusals.InvalidInput($"Nie znaleziono faktury o skrócie {hashOfCorrected}.");
        }

        if (ledger.FindCorrectionOf(session.Context.Key, hashOfCorrected) is not null)
        {
            throw Refusals.CorrectionUnavailable();
        }

        if (original.IsAccepted || original.Verdict.Code == NotPermitted || original.Mode != SubmittedInvoice.Offline)
        {
            throw Refusals.CorrectionNotAllowed();
        }
    }
}
