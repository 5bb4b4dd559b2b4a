using System.Text.Json;
using Microsoft.Azure.Functions.Worker;

namespace KsefFunctions.DeadLetters;

/// <summary>Hands a file that a person must look at to the queue of dead letters.</summary>
public sealed class Quarantine(IPoisonQueue queue)
{
    [Function(nameof(Quarantine))]
    public Task RunAsync([ActivityTrigger] PoisonEnvelope envelope, CancellationToken cancellationToken) => queue.SendAsync(
        envelope.MessageId,
        BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(envelope, PoisonJson.Default.PoisonEnvelope)),
        cancellationToken);
}
