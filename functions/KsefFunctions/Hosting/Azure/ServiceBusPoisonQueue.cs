using Azure.Messaging.ServiceBus;
using KsefFunctions.DeadLetters;

namespace KsefFunctions.Hosting.Azure;

/// <summary>The Service Bus queue <c>invoices-poison</c>, with duplicate detection on the message id.</summary>
internal sealed class ServiceBusPoisonQueue(ServiceBusClient client) : IPoisonQueue, IAsyncDisposable
{
    private readonly ServiceBusSender _sender = client.CreateSender(PoisonReceiver.Queue);

    public Task SendAsync(string messageId, BinaryData content, CancellationToken cancellationToken) => _sender.SendMessageAsync(
        new ServiceBusMessage(content) { MessageId = messageId, ContentType = "application/json" }, cancellationToken);

    public ValueTask DisposeAsync() => _sender.DisposeAsync();
}
