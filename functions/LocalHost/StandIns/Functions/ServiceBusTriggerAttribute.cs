using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Runs a function for each message of a Service Bus queue.</summary>
public sealed class ServiceBusTriggerAttribute(string queueName) : TriggerBindingAttribute
{
    private bool? _autoCompleteMessages;

    public string? QueueName { get; } = queueName;

    public string? Connection { get; set; }

    public bool AutoCompleteMessages
    {
        get => _autoCompleteMessages ?? true;
        set => _autoCompleteMessages = value;
    }

    /// <summary>What the attribute says, or null where host.json decides.</summary>
    internal bool? ExplicitAutoCompleteMessages => _autoCompleteMessages;
}
