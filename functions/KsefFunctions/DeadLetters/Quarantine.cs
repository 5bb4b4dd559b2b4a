using KsefFunctions.Steps;
using Microsoft.Azure.Functions.Worker;

namespace KsefFunctions.DeadLetters;

/// <summary>
/// Gives a file to a person. Each part may be repeated after a crash without a second effect: the ledger knows the dead letter already, the
/// queue drops a message whose id it has seen, and what was sent but not moved is moved by the next one or by the sweep.
/// </summary>
public sealed partial class Quarantine(FileSteps steps, DeadLetterLedger deadLetters, PoisonQueue queue, ILogger<Quarantine> logger)
{
    [Function(nameof(Quarantine))]
    public Task RunAsync([ActivityTrigger] PoisonEnvelope envelope, CancellationToken cancellationToken) =>
        steps.RunAsync(nameof(Quarantine), envelope, () => QuarantineAsync(envelope, cancellationToken), cancellationToken);

    // ERP and finance are told first: they need no queue. False when a person has replayed the file meanwhile, and nothing is to be told.
    private async Task<bool> QuarantineAsync(PoisonEnvelope envelope, CancellationToken cancellationToken)
    {
        if (!await deadLetters.RecordAsync(envelope, cancellationToken))
        {
            return false;
        }

        await queue.SendAsync(envelope, cancellationToken);
        await queue.DrainAsync(until: envelope, cancellationToken);
        LogDeadLetter(envelope.BlobName, envelope.ErrorCode, envelope.Step);
        return true;
    }

    [LoggerMessage(4001, LogLevel.Error, "{BlobName} is a dead letter: {ErrorCode} in {Step}")]
    private partial void LogDeadLetter(string blobName, string errorCode, string? step);
}
