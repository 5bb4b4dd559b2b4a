using Amqp;
using Amqp.Framing;
using Amqp.Listener;

namespace ServiceBusBroker;

/// <summary>A link over which a client receives from a queue.</summary>
internal sealed class ReceiverLink(ListenerLink link, QueueEntity queue) : LinkEndpoint
{
    // What AMQPNetLite believes to be the credit, counted from what this link has sent.
    private int _reported;

    /// <summary>How many messages the client takes now.</summary>
    public int Credit { get; private set; }

    /// <summary>The client receives and deletes: it gets each message once, without a lock.</summary>
    public bool SettlesOnSend => link.SettleOnSend;

    /// <summary>Sends a message on the client's credit. The queue's lock is held.</summary>
    /// <exception cref="AmqpException">The link is closed.</exception>
    public void Transfer(Message message)
    {
        link.SendMessage(message);
        Credit--;
        _reported--;
    }

    /// <summary>
    /// AMQPNetLite 2.5.5 tells by how much the client's limit has risen, and takes the credit for 0 where it has not: a client that only lowers it
    /// (<c>ServiceBusProcessor.UpdatePrefetchCount</c>) would not be served any more. So the credit is counted here, from what it tells.
    /// </summary>
    public override void OnFlow(FlowContext flowContext) => queue.Flow(() =>
    {
        Credit = Math.Max(0, _reported + flowContext.Messages);
        _reported = flowContext.Messages > 0 ? _reported + flowContext.Messages : 0;
        if (link.IsDraining)
        {
            // A client drains before it closes, and would only release what it still got.
            Credit = _reported = 0;
            link.CompleteDrain();
        }
    });

    public override void OnDisposition(DispositionContext dispositionContext)
    {
        // AMQPNetLite releases what a closed link had not settled; on Service Bus it stays locked until the lock runs out.
        if (link.IsClosed || dispositionContext.Message.DeliveryAnnotations?[AmqpContent.LockToken] is not Guid lockToken)
        {
            return;
        }

        try
        {
            queue.Settle(lockToken, Settlement.From(dispositionContext.DeliveryState));
            dispositionContext.Complete();
        }
        catch (AmqpException exception)
        {
            dispositionContext.Complete(exception.Error);
        }
        catch (BrokerException exception)
        {
            dispositionContext.Complete(new Error(ErrorCode.InternalError) { Description = exception.Message });
        }
    }
}
