using System.Reflection;
using Azure.Messaging.ServiceBus;
using LocalHost.Functions;
using Microsoft.Azure.Functions.Worker;

namespace LocalHost.Triggers.ServiceBus;

/// <summary>A Service Bus message on its way into a function, and what settles it.</summary>
internal sealed class ServiceBusTriggerInput(ServiceBusReceivedMessage message, ServiceBusMessageActions actions) : TriggerInput
{
    public override IReadOnlyDictionary<string, object?> BindingData { get; } = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase)
    {
        ["MessageId"] = message.MessageId,
        ["DeliveryCount"] = message.DeliveryCount,
        ["SequenceNumber"] = message.SequenceNumber,
        ["EnqueuedTimeUtc"] = message.EnqueuedTime.UtcDateTime,
    };

    public override ValueTask<object?> BindTriggerAsync(ParameterInfo parameter, CancellationToken cancellationToken) =>
        ValueTask.FromResult(parameter.ParameterType == typeof(ServiceBusReceivedMessage)
            ? message
            : TextConversion.FromBody(message.Body, parameter.ParameterType));

    public override bool TryBindCompanion(ParameterInfo parameter, out object? value)
    {
        value = actions;
        return parameter.ParameterType == typeof(ServiceBusMessageActions);
    }
}
