using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Azure.Functions.Worker;

namespace KsefFunctions.DeadLetters;

/// <summary>Takes what the blob trigger itself gave up on, and sends it the way of all dead letters.</summary>
public sealed class BlobPoisonReceiver(Quarantine quarantine)
{
    [Function(nameof(BlobPoisonReceiver))]
    public Task RunAsync(
        [QueueTrigger("webjobs-blobtrigger-poison", Connection = "InvoiceStorage")] string message, CancellationToken cancellationToken)
    {
        var poison = JsonSerializer.Deserialize(message, GivenUpBlobJson.Default.GivenUpBlob)
            ?? throw new JsonException("The message names no blob.");
        return quarantine.RunAsync(PoisonEnvelope.ForBlob(poison.BlobName), cancellationToken);
    }
}

/// <summary>What the host writes about a blob it gave up on.</summary>
internal sealed record GivenUpBlob(string BlobName);

/// <summary>JSON of the host's message; its names are in Pascal case.</summary>
[JsonSerializable(typeof(GivenUpBlob))]
internal sealed partial class GivenUpBlobJson : JsonSerializerContext;
