using Amqp;
using Amqp.Framing;
using Amqp.Listener;

namespace ServiceBusBroker;

/// <summary>A link over which a client sends to a queue.</summary>
internal sealed class SenderLink(QueueEntity queue) : LinkEndpoint
{
    /// <summary>
    /// Bytes of a message or a batch, encoded:
    /// <see href="https://learn.microsoft.com/azure/service-bus-messaging/service-bus-quotas">256 KB in the Standard tier</see>. The client checks it before it sends.
    /// </summary>
    public const int MaxMessageSize = 256 * 1024;

    /// <summary>Messages that may be on their way at a time.</summary>
    public const int Credit = 100;

    public override void OnMessage(MessageContext messageContext)
    {
        try
        {
            if (AmqpContent.Encode(messageContext.Message).Length > MaxMessageSize)
            {
                throw new AmqpException(ErrorCode.MessageSizeExceeded, $"A message may have {MaxMessageSize} bytes.");
            }

            queue.Send(AmqpContent.Unpack(messageContext.Message));
            messageContext.Complete();
        }
        catch (AmqpException exception)
        {
            messageContext.Complete(exception.Error);
        }
        catch (BrokerException exception)
        {
            messageContext.Complete(new Error(ErrorCode.InternalError) { Description = exception.Message });
        }
    }

    public override void OnFlow(FlowContext flowContext)
    {
        // A sender's flow says nothing that matters here.
    }

    public override void OnDisposition(DispositionContext dispositionContext) => dispositionContext.Complete();
}
