using Amqp.Framing;
using Amqp.Handler;
using EventId = Amqp.Handler.EventId;

namespace ServiceBusBroker;

/// <summary>Writes into AMQPNetLite's frames what it has no properties for.</summary>
internal sealed class ProtocolHandler : IHandler
{
    public bool CanHandle(EventId id) => id is EventId.LinkLocalOpen or EventId.SendDelivery;

    public void Handle(Event protocolEvent)
    {
        switch (protocolEvent.Context)
        {
            // Only where this side receives: what it sends has grown by its annotations.
            case Attach { Role: true } attach:
                attach.MaxMessageSize = SenderLink.MaxMessageSize;
                break;

            // The client takes the delivery's tag for the lock token.
            case IDelivery { Message.DeliveryAnnotations: { } annotations } delivery when annotations[AmqpContent.LockToken] is Guid lockToken:
                delivery.Tag = lockToken.ToByteArray();
                break;
        }
    }
}
