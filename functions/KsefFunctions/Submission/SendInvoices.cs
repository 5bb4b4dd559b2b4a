using Ksef.Client;
using KsefFunctions.Pipeline;
using KsefFunctions.Storage;
using KsefFunctions.Telemetry;
using Microsoft.Azure.Functions.Worker;

namespace KsefFunctions.Submission;

/// <summary>
/// Sends the staged invoices in an open online session. An invoice whose answer was lost is never sent again in this
/// session: the session is closed, and its final list says what KSeF has.
/// </summary>
public sealed class SendInvoices(KsefSteps steps, PackageStaging staging, SendJournal journal, InvoiceStorage storage)
{
    [Function(nameof(SendInvoices))]
    public Task<Answer<SentInvoices>> RunAsync([ActivityTrigger] SendInput input, CancellationToken cancellationToken) => steps.AskAsync(
        nameof(SendInvoices), input.File, ksef => SendAsync(ksef, input, cancellationToken), cancellationToken);

    private async Task<SentInvoices> SendAsync(KsefContext ksef, SendInput input, CancellationToken cancellationToken)
    {
        FileTrace.InSession(input.Session!);
        var session = ReferenceNumber.FromKsef(input.Session!);
        var package = await staging.LoadAsync(input.Package.Folder, cancellationToken);
        var entry = await journal.BeginAsync(input.Package.Folder, input.Session!, cancellationToken);
        if (entry.WasCutOff)
        {
            return new SentInvoices(entry.Sent.Count, package.Invoices.Count - entry.Sent.Count);
        }

        var sent = entry.Sent.ToHashSet();
        foreach (var staged in package.Invoices.Where(staged => !sent.Contains(staged.Ordinal)))
        {
            var ciphertext = await storage.ReadAsync(
                BlobArea.Work, PackageStaging.InvoiceName(input.Package.Folder, staged.Ordinal), cancellationToken)
                ?? throw new InvalidOperationException($"The ciphertext of invoice {staged.Ordinal} is not in the work container any more.");
            try
            {
                await ksef.Online.SendAsync(session, staged.Invoice, ciphertext.Content, options: null, cancellationToken);
                sent.Add(staged.Ordinal);
            }
            catch (KsefUnavailableException)
            {
                // Sent or not: nobody knows. The finished session will.
                return new SentInvoices(sent.Count, package.Invoices.Count - sent.Count);
            }
            catch (KsefException refusal) when (NeedsNewSession(refusal))
            {
                return new SentInvoices(sent.Count, package.Invoices.Count - sent.Count);
            }
            catch (KsefException)
            {
                // A clear refusal: this invoice is not at KSeF, and the next run goes on here.
                await journal.PauseAsync(entry, sent, cancellationToken);
                throw;
            }
        }

        return new SentInvoices(sent.Count, Unknown: 0);
    }

    // The session cannot take more, or the ciphertext is damaged: a new package in a new session is the cure.
    private static bool NeedsNewSession(KsefException refusal) => refusal is KsefIntegrityException
        || (refusal is KsefApiException api && api.Errors.Any(error => error.Code
            is KsefErrorCode.WrongSessionStatus or KsefErrorCode.SessionUnavailable or KsefErrorCode.TooManyInvoices
            or KsefErrorCode.WrongContentSize or KsefErrorCode.WrongContentHash));
}
