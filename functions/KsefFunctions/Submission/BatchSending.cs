using System.Globalization;
using Ksef.Client;
using KsefFunctions.Errors;
using KsefFunctions.Storage;

namespace KsefFunctions.Submission;

/// <summary>
/// Sends a package in a batch session: writes its encrypted parts into <c>work</c>, opens the session, uploads every part. A batch session that
/// was not closed is never processed, so a run that was cut off here is begun anew in a new session without any risk.
/// </summary>
public sealed class BatchSending(ClaimedContents contents, InvoiceStorage storage)
{
    private const int PartsAtOnce = 4;

    /// <returns>The session; null when KSeF does not know the key any more.</returns>
    /// <exception cref="PipelineException">A part could not be uploaded; to be tried again.</exception>
    public async Task<string?> SendAsync(Sending sending, IReadOnlyList<ClaimedInvoice> invoices, SessionKey key, CancellationToken cancellationToken)
    {
        var folder = PackageStaging.NewFolder(sending.Record);
        var package = await PackAsync(invoices, key, folder, cancellationToken);
        var opened = await StaleKey.UnlessAsync(() => sending.Ksef.Batch.OpenAsync(
            sending.Form, package, key.Encryption, offlineMode: false, cancellationToken));
        if (opened is null)
        {
            return null;
        }

        var session = opened.ReferenceNumber.ToString();
        await sending.OpenedAsync(session, sendIntents: []);
        try
        {
            await sending.Ksef.Batch.UploadPartsAsync(
                opened.Parts,
                (part, token) => storage.OpenReadAsync(BlobArea.Work, PackageStaging.PartName(folder, part.OrdinalNumber), token),
                PartsAtOnce,
                cancellationToken);
        }
        catch (KsefException failure) when (failure is not KsefRateLimitException)
        {
            throw new PipelineException(KsefErrors.PartUploadFailed, failure);
        }

        return session;
    }

    private async Task<BatchPackage> PackAsync(IReadOnlyList<ClaimedInvoice> invoices, SessionKey key, string folder, CancellationToken cancellationToken)
    {
        await using var writer = new BatchPackageWriter(
            key,
            CompressionType.Zip,
            new BatchPackageLimits(),
            (ordinalNumber, token) => storage.OpenWriteAsync(BlobArea.Work, PackageStaging.PartName(folder, ordinalNumber), token));
        await foreach (var (invoice, content) in contents.ReadAsync(invoices, cancellationToken))
        {
            // Names of our own: the sender's names may collide or hold what KSeF does not take.
            using var plain = BinaryData.FromBytes(content).ToStream();
            await writer.AddAsync(EntryName(invoice.Number), plain, cancellationToken);
        }

        return await writer.CompleteAsync(cancellationToken);
    }

    private static string EntryName(int number) => string.Create(CultureInfo.InvariantCulture, $"{number:D5}.xml");
}
