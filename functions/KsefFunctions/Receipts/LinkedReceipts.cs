using Ksef.Client;
using KsefFunctions.Errors;
using KsefFunctions.Files;
using KsefFunctions.Results;

namespace KsefFunctions.Receipts;

/// <summary>Receipts by the address that a session's list gives: KSeF does not limit these downloads.</summary>
public sealed partial class LinkedReceipts(ReceiptStore receipts, ILogger<LinkedReceipts> logger)
{
    /// <summary>Fetches the receipt of an invoice, checks that it proves what was sent, and archives it.</summary>
    /// <returns>Null when it could not be had in this way, and the file's own flow is to look for it.</returns>
    public async Task<ArchivedReceipt?> TryStoreAsync(KsefContext ksef, FileRecord record, InvoiceRow row, Uri address, CancellationToken cancellationToken)
    {
        try
        {
            var document = await ksef.Sessions.DownloadUpoAsync(address, cancellationToken);
            return await receipts.ArchiveAsync(record, row, document, cancellationToken);
        }
        catch (Exception failure) when (failure is KsefException || (failure is PipelineException numbered && numbered.Definition == ReceiptErrors.UpoMismatch))
        {
            LogNotHad(failure, record.Id);
            return null;
        }
    }

    [LoggerMessage(2105, LogLevel.Information, "The receipt of {FileId} could not be had by its address")]
    private partial void LogNotHad(Exception failure, string fileId);
}
