using Amqp;
using Amqp.Framing;
using Amqp.Listener;
using Amqp.Types;

namespace ServiceBusBroker;

/// <summary>
/// The node <c>{queue}/$management</c>:
/// <see href="https://learn.microsoft.com/azure/service-bus-messaging/service-bus-amqp-request-response">what a client asks for beside the links</see>.
/// </summary>
internal sealed class ManagementNode(QueueEntity queue) : IRequestProcessor
{
    /// <summary>Requests that may be on their way at a time.</summary>
    public int Credit => 100;

    public void Process(RequestContext requestContext)
    {
        if (requestContext.ResponseLink is null)
        {
            // AMQPNetLite has rejected it already: nobody waits for an answer.
            return;
        }

        requestContext.Complete(Answer(requestContext.Message));
    }

    private Message Answer(Message request)
    {
        try
        {
            Map body = request.Body as Map ?? [];
            object? operation = request.ApplicationProperties?["operation"];
            return operation switch
            {
                "com.microsoft:peek-message" when body["from-sequence-number"] is long from && body["message-count"] is int count => Peek(from, count),
                "com.microsoft:renew-lock" when body["lock-tokens"] is Guid[] tokens => RenewLocks(tokens),
                "com.microsoft:update-disposition" when body["lock-tokens"] is Guid[] tokens => Settle(tokens, body),
                _ => Response(501, $"'{operation}' is not served by this broker.", ErrorCode.NotImplemented, null),
            };
        }
        catch (AmqpException exception)
        {
            return Response(410, exception.Error.Description, exception.Error.Condition, null);
        }
        catch (BrokerException exception)
        {
            return Response(500, exception.Message, ErrorCode.InternalError, null);
        }
    }

    private Message Peek(long fromSequenceNumber, int count)
    {
        var messages = new List();
        foreach (MessageRecord record in queue.Peek(fromSequenceNumber, count))
        {
            messages.Add(new Map { ["message"] = AmqpContent.Encode(AmqpContent.ForPeek(record)) });
        }

        return messages.Count == 0 ? Response(204, "No Content", null, null) : Response(200, "OK", null, new Map { ["messages"] = messages });
    }

    private Message RenewLocks(Guid[] lockTokens) =>
        Response(200, "OK", null, new Map { ["expirations"] = lockTokens.Select(token => queue.RenewLock(token).UtcDateTime).ToArray() });

    /// <summary>Comes from a client whose link was closed since it received.</summary>
    private Message Settle(Guid[] lockTokens, Map body)
    {
        IReadOnlyList<KeyValuePair<string, object?>> properties =
        [
            .. Settlement.Read(body["properties-to-modify"] as Map),
            .. Settlement.DeadLetter(body["deadletter-reason"] as string, body["deadletter-description"] as string),
        ];
        SettlementOutcome outcome = body["disposition-status"] switch
        {
            "completed" => SettlementOutcome.Complete,
            "abandoned" => SettlementOutcome.Abandon,
            "suspended" => SettlementOutcome.DeadLetter,
            _ => throw new AmqpException(ErrorCode.NotImplemented, "Deferred messages are not served by this broker."),
        };
        foreach (Guid token in lockTokens)
        {
            queue.Settle(token, new Settlement(outcome, properties));
        }

        return Response(200, "OK", null, null);
    }

    private static Message Response(int status, string description, string? condition, Map? body)
    {
        var response = new Message { ApplicationProperties = new ApplicationProperties(), BodySection = new AmqpValue { Value = body ?? [] } };
        response.ApplicationProperties["statusCode"] = status;
        response.ApplicationProperties["statusDescription"] = description;
        if (condition is not null)
        {
            response.ApplicationProperties["errorCondition"] = (Symbol)condition;
        }

        return response;
    }
}
