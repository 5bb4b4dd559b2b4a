using KsefFunctions.DeadLetters;
using LocalHost.Queues;

namespace LocalHost.Hosting;

/// <summary>The queue <c>invoices-poison</c> on this machine.</summary>
internal sealed class LocalPoisonQueue(LocalQueues queues) : IPoisonQueue
{
    public async Task SendAsync(string messageId, BinaryData content, CancellationToken cancellationToken)
    {
        LocalQueue queue = await queues.ServiceBusAsync(PoisonReceiver.Queue);
        await queue.SendAsync(
            new QueueMessage { MessageId = messageId, Body = content.ToArray(), ContentType = "application/json" }, cancellationToken);
    }
}
