using Ksef.Client;
using KsefFunctions.Errors;
using KsefFunctions.Pipeline;
using KsefFunctions.Storage;
using Microsoft.Azure.Functions.Worker;

namespace KsefFunctions.Submission;

/// <summary>
/// Opens a batch session and uploads every part. It does not close it: a batch session that was not closed is never
/// processed, so this step may be cut off and run again in a new session without any risk. The upload addresses carry
/// signatures, which is why opening and uploading are one step.
/// </summary>
public sealed class SendBatch(KsefSteps steps, PackageStaging staging, SessionLedger sessions, InvoiceStorage storage)
{
    private const int PartsAtOnce = 4;

    [Function(nameof(SendBatch))]
    public Task<Answer<OpenedSession>> RunAsync([ActivityTrigger] SendInput input, CancellationToken cancellationToken) => steps.AskAsync(
        nameof(SendBatch), input.File, ksef => SendAsync(ksef, input, cancellationToken), cancellationToken);

    private async Task<OpenedSession> SendAsync(KsefContext ksef, SendInput input, CancellationToken cancellationToken)
    {
        var package = await staging.LoadAsync(input.Package.Folder, cancellationToken);
        var opened = await StaleKey.UnlessAsync(() => ksef.Batch.OpenAsync(
            input.Submission.Form, package.Batch!, package.Encryption, offlineMode: false, cancellationToken));
        if (opened is null)
        {
            return OpenedSession.NeedsFreshKey;
        }

        await sessions.OpenedAsync(input, opened.ReferenceNumber.ToString(), sendIntents: [], cancellationToken);
        try
        {
            await ksef.Batch.UploadPartsAsync(
                opened.Parts,
                (part, token) => storage.OpenReadAsync(BlobArea.Work, PackageStaging.PartName(input.Package.Folder, part.OrdinalNumber), token),
                PartsAtOnce,
                cancellationToken);
        }
        catch (KsefException failure) when (failure is not KsefRateLimitException)
        {
            throw new PipelineException(KsefErrors.PartUploadFailed, failure);
        }

        return new OpenedSession(opened.ReferenceNumber.ToString());
    }
}
