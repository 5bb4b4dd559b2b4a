using Azure.Storage.Queues;
using KsefFunctions.DeadLetters;
using KsefFunctions.Settings;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Options;

namespace KsefFunctions.Intake;

/// <summary>
/// Takes in again what the blob trigger gave up on. Its five tries are over within a second, so a hiccup of storage or of the durable back end
/// ends here: only a file that cannot be taken in for longer than such things last becomes a dead letter.
/// </summary>
public sealed partial class GivenUpBlobReceiver(
    FileIntake intake,
    Quarantine quarantine,
    QueueServiceClient queues,
    IOptions<KsefFunctionsOptions> options,
    TimeProvider time,
    ILogger<GivenUpBlobReceiver> logger)
{
    /// <summary>Queue that the blob trigger writes, in the account of its connection.</summary>
    public const string Queue = "webjobs-blobtrigger-poison";

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    [Function(nameof(GivenUpBlobReceiver))]
    public async Task RunAsync(
        [QueueTrigger(Queue, Connection = "InvoiceStorage")] string message,
        [DurableClient] DurableTaskClient durable,
        CancellationToken cancellationToken)
    {
        var blob = GivenUpBlob.Parse(message);
        var now = time.GetUtcNow();
        blob = blob with { FirstGivenUpAt = blob.FirstGivenUpAt ?? now, Tries = blob.Tries + 1 };
        try
        {
            await intake.TakeAsync(new SeenDrop(blob.BlobName, blob.ETag), durable, cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            if (now - blob.FirstGivenUpAt < options.Value.TakenInAgainFor)
            {
                LogTriedLater(failure, blob.BlobName, blob.Tries);
                await SendLaterAsync(blob, cancellationToken);
                return;
            }

            LogGivenUp(failure, blob.BlobName, blob.Tries);
            await quarantine.RunAsync(PoisonEnvelope.ForBlob(blob.BlobName, blob.FirstGivenUpAt.Value), cancellationToken);
        }
    }

    // A message of our own rather than the trigger's retries: those are as many and as far apart for every queue.
    private async Task SendLaterAsync(GivenUpBlob blob, CancellationToken cancellationToken)
    {
        var wait = options.Value.FirstRetry * Math.Pow(2, Math.Min(blob.Tries - 1, 10));
        await queues.GetQueueClient(Queue).SendMessageAsync(
            blob.ToJson(), visibilityTimeout: wait < LongestWait ? wait : LongestWait, cancellationToken: cancellationToken);
    }

    [LoggerMessage(4003, LogLevel.Warning, "{BlobName} was given up by the blob trigger and could not be taken in at try {Tries}; it is tried again later")]
    private partial void LogTriedLater(Exception failure, string blobName, int tries);

    [LoggerMessage(4004, LogLevel.Error, "{BlobName} could not be taken in at {Tries} tries")]
    private partial void LogGivenUp(Exception failure, string blobName, int tries);
}
