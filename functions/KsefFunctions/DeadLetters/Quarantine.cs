using System.Text.Json;
using KsefFunctions.Pipeline;
using Microsoft.Azure.Functions.Worker;

namespace KsefFunctions.DeadLetters;

/// <summary>Hands a file that a person must look at to the queue of dead letters.</summary>
public sealed class Quarantine(FileSteps steps, IPoisonQueue queue)
{
    [Function(nameof(Quarantine))]
    public Task RunAsync([ActivityTrigger] PoisonEnvelope envelope, CancellationToken cancellationToken) =>
        steps.RunAsync(nameof(Quarantine), envelope, () => SendAsync(envelope, cancellationToken), cancellationToken);

    private Task SendAsync(PoisonEnvelope envelope, CancellationToken cancellationToken) => queue.SendAsync(
        envelope.MessageId,
        BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(envelope, PoisonJson.Default.PoisonEnvelope)),
        cancellationToken);
}
