using System.Security.Cryptography;

namespace Ksef.Client;

/// <summary>Sessions that take invoices one by one. Source: KSeF API 2.6, /sessions/online.</summary>
public sealed class OnlineSessions
{
    private readonly AuthorizedCalls _calls;
    private readonly PublicKeys _keys;

    internal OnlineSessions(AuthorizedCalls calls, PublicKeys keys)
    {
        _calls = calls;
        _keys = keys;
    }

    /// <summary>Opens a session. POST /sessions/online.</summary>
    /// <param name="formCode">Schema of all its invoices.</param>
    /// <param name="encryption">How they will be encrypted.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="KsefApiException">
    /// <see cref="KsefErrorCode.UnknownPublicKey"/>: the kept public keys are dropped already, make a new <see cref="SessionKey"/>.
    /// </exception>
    public async Task<OpenedOnlineSession> OpenAsync(FormCode formCode, SessionEncryption encryption, CancellationToken cancellationToken)
    {
        var call = KsefCall.Post("sessions/online").WithJson(new OpenOnlineSessionRequest(formCode, encryption), OnlineJson.Default.OpenOnlineSessionRequest);
        return await _keys.WatchAsync(() => _calls.SendAsync(call, OnlineJson.Default.OpenedOnlineSession, cancellationToken));
    }

    /// <summary>
    /// Sends an invoice. POST /sessions/online/{referenceNumber}/invoices. Never repeated by itself: after a
    /// <see cref="KsefUnavailableException"/> look for the hash among the session's invoices.
    /// </summary>
    /// <param name="session">An open session.</param>
    /// <param name="invoice">Hashes and sizes.</param>
    /// <param name="ciphertext">The encrypted invoice.</param>
    /// <param name="options">Offline mode and technical correction; null for neither.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>Number of the invoice in the session.</returns>
    /// <exception cref="KsefIntegrityException">The ciphertext is not the one described; nothing was sent.</exception>
    public async Task<ReferenceNumber> SendAsync(
        ReferenceNumber session,
        EncryptedInvoice invoice,
        ReadOnlyMemory<byte> ciphertext,
        SendOptions? options,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(invoice);
        var call = KsefCall.Post("sessions/online/{referenceNumber}/invoices", session.Value);
        if (ciphertext.Length != invoice.EncryptedInvoiceSize || Convert.ToBase64String(SHA256.HashData(ciphertext.Span)) != invoice.EncryptedInvoiceHash)
        {
            throw new KsefIntegrityException(call.Operation, "hash or size of the ciphertext differ. Nothing was sent.");
        }

        var body = new SendInvoiceRequest(
            invoice.InvoiceHash,
            invoice.InvoiceSize,
            invoice.EncryptedInvoiceHash,
            invoice.EncryptedInvoiceSize,
            ciphertext,
            options?.OfflineMode ?? false,
            options?.HashOfCorrectedInvoice);
        var answer = await _calls.SendAsync(call.WithJson(body, OnlineJson.Default.SendInvoiceRequest), OnlineJson.Default.SendInvoiceAnswer, cancellationToken);
        return answer.ReferenceNumber;
    }

    /// <summary>
    /// Closes a session, after which KSeF issues its UPO. POST /sessions/online/{referenceNumber}/close. After a
    /// <see cref="KsefUnavailableException"/> ask for the session's status.
    /// </summary>
    /// <param name="session">An open session.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task CloseAsync(ReferenceNumber session, CancellationToken cancellationToken) =>
        _calls.SendAsync(KsefCall.Post("sessions/online/{referenceNumber}/close", session.Value), cancellationToken);
}
