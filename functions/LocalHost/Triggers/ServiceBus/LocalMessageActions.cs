using Azure.Messaging.ServiceBus;
using LocalHost.Queues;
using Microsoft.Azure.Functions.Worker;

namespace LocalHost.Triggers.ServiceBus;

/// <summary>Settles one message of a local queue.</summary>
internal sealed class LocalMessageActions(LocalQueue queue, LockedMessage locked) : ServiceBusMessageActions
{
    /// <summary>Whether the function has settled the message itself.</summary>
    public bool IsSettled { get; private set; }

    public override Task CompleteMessageAsync(ServiceBusReceivedMessage message, CancellationToken cancellationToken = default) =>
        SettleAsync(queue.CompleteAsync(locked, cancellationToken));

    public override Task AbandonMessageAsync(
        ServiceBusReceivedMessage message, IDictionary<string, object>? propertiesToModify = default, CancellationToken cancellationToken = default) =>
        SettleAsync(queue.AbandonAsync(locked, cancellationToken));

    public override Task DeadLetterMessageAsync(
        ServiceBusReceivedMessage message,
        Dictionary<string, object>? propertiesToModify = default,
        string? deadLetterReason = default,
        string? deadLetterErrorDescription = default,
        CancellationToken cancellationToken = default) =>
        SettleAsync(queue.DeadLetterAsync(locked, deadLetterReason, deadLetterErrorDescription, cancellationToken));

    public override Task RenewMessageLockAsync(ServiceBusReceivedMessage message, CancellationToken cancellationToken = default) =>
        queue.RenewLockAsync(locked, cancellationToken);

    private async Task SettleAsync(Task settlement)
    {
        await settlement;
        IsSettled = true;
    }
}
