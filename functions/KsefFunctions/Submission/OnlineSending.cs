using Ksef.Client;
using KsefFunctions.Storage;

namespace KsefFunctions.Submission;

/// <summary>
/// Sends invoice by invoice in an online session. An invoice whose answer was lost is never sent again in this session: the session is closed,
/// and its final list says what KSeF has. A session that was opened and forgotten by a crash is empty and ends by itself.
/// </summary>
public sealed class OnlineSending(ClaimedContents contents, PackageStaging staging, InvoiceStorage storage)
{
    /// <returns>The session; null when KSeF does not know the key any more.</returns>
    public async Task<string?> SendAsync(Sending sending, IReadOnlyList<ClaimedInvoice> invoices, SessionKey key, CancellationToken cancellationToken)
    {
        var opened = await StaleKey.UnlessAsync(() => sending.Ksef.Online.OpenAsync(sending.Form, key.Encryption, cancellationToken));
        if (opened is null)
        {
            return null;
        }

        var session = opened.ReferenceNumber.ToString();
        await sending.OpenedAsync(session, [.. invoices.Select(invoice => invoice.Hash).Distinct()]);
        await using var encrypted = EncryptedAsync(invoices, key, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await SendAllAsync(sending, session, key.Encryption, encrypted, cancellationToken);
        return session;
    }

    /// <summary>Sends what an earlier run could not send any more on a clear refusal. Nothing is sent where a run was cut off: one more invoice than anybody knows may be at KSeF.</summary>
    public async Task GoOnAsync(Sending sending, string session, CancellationToken cancellationToken)
    {
        if (sending.Known(session).Staged is not { } folder)
        {
            return;
        }

        var package = await staging.LoadAsync(folder, cancellationToken);
        await sending.NoteAsync(session, known => known with { Staged = null });
        await using var invoices = StagedAsync(folder, package, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await SendAllAsync(sending, session, package.Encryption, invoices, cancellationToken);
    }

    private async Task SendAllAsync(
        Sending sending, string session, SessionEncryption encryption, IAsyncEnumerator<CipheredInvoice> invoices, CancellationToken cancellationToken)
    {
        var reference = ReferenceNumber.FromKsef(session);
        while (await invoices.MoveNextAsync())
        {
            try
            {
                await sending.Ksef.Online.SendAsync(reference, invoices.Current.Invoice, invoices.Current.Ciphertext, options: null, cancellationToken);
            }
            catch (KsefUnavailableException)
            {
                // Sent or not: nobody knows. The finished session will.
                return;
            }
            catch (KsefException refusal) when (NeedsNewSession(refusal))
            {
                return;
            }
            catch (KsefException)
            {
                // A clear refusal, such as a limit: this invoice is not at KSeF, and the next run goes on here. Its key ends with this run, so what it encrypts is kept.
                var folder = await staging.SaveRestAsync(sending.Record, encryption, invoices, cancellationToken);
                await sending.NoteAsync(session, known => known with { Staged = folder, HasPaused = true });
                throw;
            }
        }
    }

    private async IAsyncEnumerable<CipheredInvoice> EncryptedAsync(
        IReadOnlyList<ClaimedInvoice> invoices, SessionKey key, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var (invoice, content) in contents.ReadAsync(invoices, cancellationToken))
        {
            using var ciphertext = new MemoryStream(content.Length + 16);
            using var plain = BinaryData.FromBytes(content).ToStream();
            var encrypted = await key.EncryptInvoiceAsync(plain, ciphertext, cancellationToken);
            yield return new CipheredInvoice(invoice.Number, encrypted, ciphertext.ToArray());
        }
    }

    private async IAsyncEnumerable<CipheredInvoice> StagedAsync(
        string folder, StagedPackage package, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var staged in package.Invoices)
        {
            var ciphertext = await storage.ReadAsync(BlobArea.Work, PackageStaging.InvoiceName(folder, staged.Number), cancellationToken)
                ?? throw new InvalidOperationException($"The ciphertext of invoice {staged.Number} is not in the work container any more.");
            yield return new CipheredInvoice(staged.Number, staged.Invoice, ciphertext.Content);
        }
    }

    // The session cannot take more, or the ciphertext is damaged: a new package in a new session is the cure.
    private static bool NeedsNewSession(KsefException refusal) => refusal is KsefIntegrityException
        || (refusal is KsefApiException api && api.Errors.Any(error => error.Code
            is KsefErrorCode.WrongSessionStatus or KsefErrorCode.SessionUnavailable or KsefErrorCode.TooManyInvoices
            or KsefErrorCode.WrongContentSize or KsefErrorCode.WrongContentHash));
}
