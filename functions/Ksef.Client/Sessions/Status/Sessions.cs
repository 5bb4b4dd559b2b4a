using System.Globalization;
using System.Runtime.CompilerServices;

namespace Ksef.Client;

/// <summary>Status, invoices and UPOs of online and batch sessions. Source: KSeF API 2.6, /sessions.</summary>
public sealed class Sessions
{
    private const int LargestPage = 1000;
    private readonly AuthorizedCalls _calls;

    internal Sessions(AuthorizedCalls calls) => _calls = calls;

    /// <summary>Where a session stands. GET /sessions/{referenceNumber}.</summary>
    /// <param name="session">Number of the session.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="KsefApiException"><see cref="KsefErrorCode.SessionNotFound"/>, also for moments after opening.</exception>
    public Task<SessionStatus> GetAsync(ReferenceNumber session, CancellationToken cancellationToken) =>
        _calls.SendAsync(KsefCall.Get("sessions/{referenceNumber}", session.Value), StatusJson.Default.SessionStatus, cancellationToken);

    /// <summary>All invoices of a session, page by page. GET /sessions/{referenceNumber}/invoices.</summary>
    /// <param name="session">Number of the session.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public IAsyncEnumerable<SessionInvoice> GetInvoicesAsync(ReferenceNumber session, CancellationToken cancellationToken) =>
        ReadInvoicesAsync("sessions/{referenceNumber}/invoices", session, cancellationToken);

    /// <summary>One page of the invoices of a session, at most a thousand. GET /sessions/{referenceNumber}/invoices.</summary>
    /// <param name="session">Number of the session.</param>
    /// <param name="continuationToken">From the page before; null for the first one.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="KsefApiException"><see cref="KsefErrorCode.WrongContinuationToken"/>: a token works for some time only; to be begun again.</exception>
    public async Task<SessionInvoicePage> GetInvoicePageAsync(ReferenceNumber session, string? continuationToken, CancellationToken cancellationToken)
    {
        var page = await _calls.SendAsync(
            InvoicesOf("sessions/{referenceNumber}/invoices", session) with { ContinuationToken = continuationToken }, StatusJson.Default.SessionInvoicesAnswer, cancellationToken);
        return new SessionInvoicePage(page.Invoices ?? [], string.IsNullOrEmpty(page.ContinuationToken) ? null : page.ContinuationToken);
    }

    /// <summary>The rejected invoices of a session, page by page. GET /sessions/{referenceNumber}/invoices/failed.</summary>
    /// <param name="session">Number of the session.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public IAsyncEnumerable<SessionInvoice> GetFailedInvoicesAsync(ReferenceNumber session, CancellationToken cancellationToken) =>
        ReadInvoicesAsync("sessions/{referenceNumber}/invoices/failed", session, cancellationToken);

    /// <summary>One invoice of a session. GET /sessions/{referenceNumber}/invoices/{invoiceReferenceNumber}.</summary>
    /// <param name="session">Number of the session.</param>
    /// <param name="invoice">Number of the invoice in the session.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task<SessionInvoice> GetInvoiceAsync(ReferenceNumber session, ReferenceNumber invoice, CancellationToken cancellationToken) =>
        _calls.SendAsync(
            KsefCall.Get("sessions/{referenceNumber}/invoices/{invoiceReferenceNumber}", session.Value, invoice.Value),
            StatusJson.Default.SessionInvoice,
            cancellationToken);

    /// <summary>A page of a session's UPO. GET /sessions/{referenceNumber}/upo/{upoReferenceNumber}.</summary>
    /// <param name="session">Number of the session.</param>
    /// <param name="page">Number of the page, from the session's status.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task<DownloadedDocument> GetUpoPageAsync(ReferenceNumber session, ReferenceNumber page, CancellationToken cancellationToken) =>
        DownloadAsync(KsefCall.Get("sessions/{referenceNumber}/upo/{upoReferenceNumber}", session.Value, page.Value), cancellationToken);

    /// <summary>The UPO of one invoice. GET /sessions/{referenceNumber}/invoices/ksef/{ksefNumber}/upo.</summary>
    /// <param name="session">The session in which it was accepted.</param>
    /// <param name="invoice">Its KSeF number.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="KsefApiException"><see cref="KsefErrorCode.UpoNotFound"/>: not yet, or never for a rejected invoice.</exception>
    public Task<DownloadedDocument> GetInvoiceUpoAsync(ReferenceNumber session, KsefNumber invoice, CancellationToken cancellationToken) =>
        DownloadAsync(KsefCall.Get("sessions/{referenceNumber}/invoices/ksef/{ksefNumber}/upo", session.Value, invoice.Value), cancellationToken);

    /// <summary>The UPO of one invoice. GET /sessions/{referenceNumber}/invoices/{invoiceReferenceNumber}/upo.</summary>
    /// <param name="session">The session in which it was accepted.</param>
    /// <param name="invoice">Its number in the session.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="KsefApiException"><see cref="KsefErrorCode.UpoNotFound"/>: not yet, or never for a rejected invoice.</exception>
    public Task<DownloadedDocument> GetInvoiceUpoAsync(ReferenceNumber session, ReferenceNumber invoice, CancellationToken cancellationToken) =>
        DownloadAsync(KsefCall.Get("sessions/{referenceNumber}/invoices/{invoiceReferenceNumber}/upo", session.Value, invoice.Value), cancellationToken);

    /// <summary>
    /// A UPO from the download address in a status: no token, no rate limit. When the address is blocked on the way, the UPO can be had from
    /// the API.
    /// </summary>
    /// <param name="link">The address, from a status read a short time ago.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<DownloadedDocument> DownloadUpoAsync(Uri link, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(link);
        var call = new KsefCall(HttpMethod.Get, "{upoDownloadUrl}") { Address = link, IsIdempotent = true, IsStorage = true };
        return DocumentReader.Read(call, await _calls.Anonymous.SendAsync(call, cancellationToken));
    }

    /// <summary>The sessions of the context, newest first. GET /sessions, the call with the tightest limit.</summary>
    /// <param name="filter">Which ones.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async IAsyncEnumerable<SessionSummary> ListAsync(SessionFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var call = KsefCall.Get("sessions") with { Query = filter.ToQuery() };
        do
        {
            var page = await _calls.SendAsync(call, StatusJson.Default.SessionsAnswer, cancellationToken);
            foreach (var session in page.Sessions ?? [])
            {
                yield return session;
            }

            call = call with { ContinuationToken = page.ContinuationToken };
        }
        while (!string.IsNullOrEmpty(call.ContinuationToken));
    }

    private async IAsyncEnumerable<SessionInvoice> ReadInvoicesAsync(
        string template,
        ReferenceNumber session,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var call = InvoicesOf(template, session);
        do
        {
            var page = await _calls.SendAsync(call, StatusJson.Default.SessionInvoicesAnswer, cancellationToken);
            foreach (var invoice in page.Invoices ?? [])
            {
                yield return invoice;
            }

            call = call with { ContinuationToken = page.ContinuationToken };
        }
        while (!string.IsNullOrEmpty(call.ContinuationToken));
    }

    private static KsefCall InvoicesOf(string template, ReferenceNumber session) =>
        KsefCall.Get(template, session.Value) with { Query = "?pageSize=" + LargestPage.ToString(CultureInfo.InvariantCulture) };

    private async Task<DownloadedDocument> DownloadAsync(KsefCall call, CancellationToken cancellationToken) =>
        DocumentReader.Read(call, await _calls.SendAsync(call, cancellationToken));
}
