using Amqp;
using Amqp.Framing;
using Amqp.Listener;
using Amqp.Types;

namespace ServiceBusBroker;

/// <summary>Leads each link to its queue, or refuses it.</summary>
internal sealed partial class QueueNodes(IReadOnlyDictionary<string, QueueEntity> queues, ILogger logger) : ILinkProcessor
{
    private static readonly Symbol SessionFilter = "com.microsoft:session-filter";

    /// <summary>The node that a link is meant for; <c>ServiceBusClient</c> writes its name as a path.</summary>
    public static string AddressOf(Attach attach) =>
        // The role is the client's: true where it receives.
        ((attach.Role ? (attach.Source as Source)?.Address : (attach.Target as Target)?.Address) ?? string.Empty).TrimStart('/');

    public void Process(AttachContext attachContext)
    {
        Attach attach = attachContext.Attach;
        string address = AddressOf(attach);
        if (!queues.TryGetValue(address, out QueueEntity? queue))
        {
            Refuse(attachContext, address, ErrorCode.NotFound, $"The messaging entity '{address}' could not be found.");
        }
        else if (attach.Source is Source { FilterSet: { } filters } && filters.ContainsKey(SessionFilter))
        {
            Refuse(attachContext, address, ErrorCode.NotImplemented, "Sessions are not served by this broker.");
        }
        else if (attach.Role)
        {
            var receiver = new ReceiverLink(attachContext.Link, queue);
            queue.Attach(receiver);
            attachContext.Link.AddClosedCallback((_, _) => queue.Detach(receiver));
            attachContext.Complete(receiver, initialCredit: 0);
        }
        else if (queue.DeadLetters is null)
        {
            Refuse(attachContext, address, ErrorCode.NotAllowed, "Nothing can be sent to a dead-letter queue.");
        }
        else
        {
            attachContext.Complete(new SenderLink(queue), SenderLink.Credit);
        }
    }

    private void Refuse(AttachContext attachContext, string address, string condition, string description)
    {
        LogRefused(address, condition);
        attachContext.Complete(new Error(condition) { Description = description });
    }

    [LoggerMessage(EventId = 2402, Level = LogLevel.Warning, Message = "A link to {Address} was refused: {Condition}")]
    private partial void LogRefused(string address, string condition);
}
