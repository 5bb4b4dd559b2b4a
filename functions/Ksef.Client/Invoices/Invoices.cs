using System.Globalization;

namespace Ksef.Client;

/// <summary>Invoices that KSeF holds. Source: KSeF API 2.6, /invoices.</summary>
public sealed class Invoices
{
    private readonly AuthorizedCalls _calls;

    internal Invoices(AuthorizedCalls calls) => _calls = calls;

    /// <summary>An invoice by its KSeF number. GET /invoices/ksef/{ksefNumber}.</summary>
    /// <param name="number">The number.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="KsefApiException">
    /// <see cref="KsefErrorCode.InvoiceNotFound"/>, or <see cref="KsefErrorCode.InvoiceNotYetAvailable"/> shortly after acceptance.
    /// </exception>
    public async Task<DownloadedDocument> GetAsync(KsefNumber number, CancellationToken cancellationToken)
    {
        var call = KsefCall.Get("invoices/ksef/{ksefNumber}", number.Value);
        return DocumentReader.Read(call, await _calls.SendAsync(call, cancellationToken));
    }

    /// <summary>One page of the invoices that fit a query. POST /invoices/query/metadata.</summary>
    /// <param name="query">Which invoices.</param>
    /// <param name="pageOffset">Page, from 0.</param>
    /// <param name="pageSize">Invoices on a page, 10 to 250.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task<InvoiceMetadataPage> QueryMetadataAsync(InvoiceQuery query, int pageOffset, int pageSize, CancellationToken cancellationToken)
    {
        var call = KsefCall.Post("invoices/query/metadata").WithJson(query, InvoiceJson.Default.InvoiceQuery) with
        {
            IsIdempotent = true,
            Query = string.Create(CultureInfo.InvariantCulture, $"?sortOrder=Asc&pageOffset={pageOffset}&pageSize={pageSize}"),
        };
        return _calls.SendAsync(call, InvoiceJson.Default.InvoiceMetadataPage, cancellationToken);
    }
}
