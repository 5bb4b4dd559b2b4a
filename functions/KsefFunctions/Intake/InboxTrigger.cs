using System.Text.Json;
using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace KsefFunctions.Intake;

/// <summary>Fires for every file that the ERP drops. Reference, hash, start; everything else is the orchestration's.</summary>
public sealed class InboxTrigger(FileIntake intake)
{
    // What the host's blob trigger tells of the blob beside its name: BlobProperties as JSON.
    private const string PropertiesKey = "Properties";

    [Function(nameof(InboxTrigger))]
    public Task RunAsync(
        [BlobTrigger("inbox/{name}", Source = BlobTriggerSource.EventGrid, Connection = "InvoiceStorage")] BlobClient blob,
        [DurableClient] DurableTaskClient durable,
        FunctionContext context,
        CancellationToken cancellationToken) =>
        intake.TakeAsync(new SeenDrop(blob.Name, LastModified: LastModifiedIn(context.BindingContext.BindingData)), durable, cancellationToken);

    /// <summary>When the blob was written that the host saw; null when the host does not say it. Its ETag comes through empty.</summary>
    public static DateTimeOffset? LastModifiedIn(IReadOnlyDictionary<string, object?> trigger)
    {
        if (trigger.GetValueOrDefault(PropertiesKey) is not string properties)
        {
            return null;
        }

        try
        {
            using var parsed = JsonDocument.Parse(properties);
            return parsed.RootElement.ValueKind == JsonValueKind.Object
                && parsed.RootElement.TryGetProperty("LastModified", out var written)
                && written.ValueKind == JsonValueKind.String
                && written.TryGetDateTimeOffset(out var at) ? at : null;
        }
        catch (JsonException)
        {
            // A host that says it in another way says nothing to us.
            return null;
        }
    }
}
