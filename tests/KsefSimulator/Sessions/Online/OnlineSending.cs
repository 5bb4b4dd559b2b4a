using System.Security.Cryptography;
using KsefSimulator.Faults;
using KsefSimulator.Http;
using KsefSimulator.Invoices;
using KsefSimulator.Limits;
using KsefSimulator.PublicKeys;
using KsefSimulator.Sessions.Intake;
using KsefSimulator.Settings;

namespace KsefSimulator.Sessions.Online;

/// <summary>Takes one encrypted invoice into an open session. The verdict is found at once and shows after the processing delay.</summary>
internal sealed class OnlineSending(
    SessionStatuses statuses, InvoiceIntake intake, InvoiceLedger ledger, TechnicalCorrections corrections, ContextLimitBook limits, TimeProvider time, SimulatorOptions options)
{
    /// <returns>The reference number of the invoice.</returns>
    /// <exception cref="KsefRefusal">21180 not open; 21155 full; 21166, 21167, 21405 a technical correction out of rule.</exception>
    public string Send(SessionState state, SendInvoiceRequest request, byte[] ciphertext)
    {
        if (request.HashOfCorrectedInvoice is not { } corrected)
        {
            return Take(state, request, ciphertext);
        }

        // One at a time: two corrections of one invoice must not both find it uncorrected.
        lock (corrections.Gate)
        {
            RequireOpen(state);
            corrections.Require(state.Session, corrected, request.OfflineMode ?? false);
            return Take(state, request, ciphertext);
        }
    }

    private string Take(SessionState state, SendInvoiceRequest request, byte[] ciphertext)
    {
        RequireOpen(state);
        var now = time.GetUtcNow();
        var arrived = state.Session.HasFault(FaultNames.Midnight) ? now.AddDays(1) : now;
        var plain = Decrypt(state.Session, ciphertext);
        var incoming = new IncomingInvoice(state.Session, 0, plain, request.InvoiceHash!, null, request.OfflineMode ?? false, arrived, now + options.ProcessingDelay)
        {
            HashOfCorrectedInvoice = request.HashOfCorrectedInvoice,
        };
        var verification = plain is null ? InvoiceStatus.Undecryptable() : Mismatch(request, plain);
        var examination = verification is null ? intake.Examine(incoming) : null;

        lock (state.Gate)
        {
            RequireOpen(state);
            var maximum = limits.Of(state.Session.Context).OnlineSession.MaxInvoices;
            if (state.Count >= maximum)
            {
                throw Refusals.TooManyInvoices(state.Session.ReferenceNumber, maximum);
            }

            incoming = incoming with { OrdinalNumber = state.Count + 1 };
            var (invoice, hidden) = examination is null ? (intake.Rejected(incoming, verification!, null), null) : intake.Judge(incoming, examination);
            if (hidden is not null)
            {
                ledger.Add(hidden);
            }

            ledger.Add(invoice);
            state.Append(invoice);
            return invoice.ReferenceNumber;
        }
    }

    private void RequireOpen(SessionState state)
    {
        var code = statuses.StatusOf(state).Code;
        if (code != SessionStatuses.OpenCode || state.Session.SymmetricKey is null)
        {
            throw Refusals.SessionStatusForbidsSending(code == SessionStatuses.OpenCode ? ClientEncryption.KeyFailure.Code : code);
        }
    }

    private static byte[]? Decrypt(Session session, byte[] ciphertext)
    {
        using var aes = Aes.Create();
        aes.Key = session.SymmetricKey!;
        try
        {
            return aes.DecryptCbc(ciphertext, session.InitializationVector);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static InvoiceStatus? Mismatch(SendInvoiceRequest request, byte[] plain)
    {
        if (plain.Length != request.InvoiceSize)
        {
            return InvoiceStatus.BadFile("Rozmiar faktury po odszyfrowaniu nie zgadza się z zadeklarowanym.");
        }

        return Convert.ToBase64String(SHA256.HashData(plain)) == request.InvoiceHash
            ? null
            : InvoiceStatus.BadFile("Skrót faktury po odszyfrowaniu nie zgadza się z zadeklarowanym.");
    }
}
