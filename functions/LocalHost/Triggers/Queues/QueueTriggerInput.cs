using System.Globalization;
using System.Reflection;
using LocalHost.Functions;
using LocalHost.Queues;

namespace LocalHost.Triggers.Queues;

/// <summary>A storage-queue message on its way into a function.</summary>
internal sealed class QueueTriggerInput(QueueMessage message) : TriggerInput
{
    public override IReadOnlyDictionary<string, object?> BindingData { get; } = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase)
    {
        ["QueueTrigger"] = new BinaryData(message.Body).ToString(),
        ["Id"] = message.MessageId,
        ["DequeueCount"] = message.DeliveryCount.ToString(CultureInfo.InvariantCulture),
        ["InsertionTime"] = message.EnqueuedTime,
    };

    public override ValueTask<object?> BindTriggerAsync(ParameterInfo parameter, CancellationToken cancellationToken) =>
        ValueTask.FromResult(TextConversion.FromBody(new BinaryData(message.Body), parameter.ParameterType));
}
