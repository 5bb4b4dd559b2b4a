using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace KsefFunctions.Intake;

/// <summary>Fires for every file that the ERP drops. Reference, hash, start; everything else is the orchestration's.</summary>
public sealed class InboxTrigger(FileIntake intake)
{
    [Function(nameof(InboxTrigger))]
    public Task RunAsync(
        [BlobTrigger("inbox/{name}", Source = BlobTriggerSource.EventGrid, Connection = "InvoiceStorage")] BlobClient blob,
        [DurableClient] DurableTaskClient durable,
        CancellationToken cancellationToken) => intake.TakeAsync(blob.Name, durable, cancellationToken);
}
