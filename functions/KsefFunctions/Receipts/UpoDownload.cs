using Ksef.Client;

namespace KsefFunctions.Receipts;

/// <summary>Gets receipts by the way that costs least of KSeF's limits, and by the other way when that fails.</summary>
internal static class UpoDownload
{
    /// <summary>A page of a session's UPO: by its download address, which is not limited, or by the API where the gateway blocks the address.</summary>
    public static async Task<DownloadedDocument> PageAsync(KsefContext ksef, ReferenceNumber session, UpoPage page, CancellationToken cancellationToken)
    {
        try
        {
            if (page.DownloadUrl is { } address)
            {
                return await ksef.Sessions.DownloadUpoAsync(address, cancellationToken);
            }
        }
        catch (KsefException failure) when (failure is KsefUnavailableException or KsefApiException)
        {
            // The gateway in front of the address fails more often than the API does.
        }

        return await ksef.Sessions.GetUpoPageAsync(session, page.ReferenceNumber, cancellationToken);
    }

    /// <summary>The UPO of one invoice; null when there is none yet, or the session is not ours to ask.</summary>
    public static async Task<DownloadedDocument?> SingleAsync(
        KsefContext ksef, ReferenceNumber session, KsefNumber number, CancellationToken cancellationToken)
    {
        try
        {
            return await ksef.Sessions.GetInvoiceUpoAsync(session, number, cancellationToken);
        }
        catch (KsefApiException refusal) when (refusal.Has(KsefErrorCode.UpoNotFound) || (int)refusal.Status is 403 or 404)
        {
            return null;
        }
    }
}
