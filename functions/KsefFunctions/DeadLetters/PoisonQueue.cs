using System.Text.Json;
using Azure.Messaging.ServiceBus;
using KsefFunctions.Errors;
using KsefFunctions.Settings;
using Microsoft.Extensions.Options;

namespace KsefFunctions.DeadLetters;

/// <summary>
/// The Service Bus queue <c>invoices-poison</c>. Nothing can be put into a dead-letter queue directly: an envelope is sent, received and
/// dead-lettered with its reason, so that operators find it where Service Bus keeps such things.
/// </summary>
public sealed partial class PoisonQueue(
    ServiceBusClient client, IOptions<KsefFunctionsOptions> options, ILogger<PoisonQueue> logger) : IAsyncDisposable
{
    /// <summary>Name of the queue.</summary>
    public const string Name = "invoices-poison";

    private const int MostAtOnce = 50;

    private readonly ServiceBusSender _sender = client.CreateSender(Name);

    /// <summary>Sends an envelope; the queue drops a second one with the same id.</summary>
    /// <exception cref="PipelineException">Service Bus cannot be reached, or refuses.</exception>
    public Task SendAsync(PoisonEnvelope envelope, CancellationToken cancellationToken) => AskAsync(async () =>
    {
        var content = BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(envelope, PoisonJson.Default.PoisonEnvelope));
        var message = new ServiceBusMessage(content) { MessageId = envelope.MessageId, ContentType = "application/json" };
        await _sender.SendMessageAsync(message, cancellationToken);
        return true;
    });

    /// <summary>Moves whatever waits in the queue into its dead-letter queue, each message under the number of its error.</summary>
    /// <param name="until">Ends when the message of this envelope has been moved; null ends when the queue is empty.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>How many were moved.</returns>
    /// <exception cref="PipelineException">Service Bus cannot be reached, or refuses.</exception>
    public Task<int> DrainAsync(PoisonEnvelope? until, CancellationToken cancellationToken) => AskAsync(async () =>
    {
        // Service Bus goes on delivering to an open receiver that nobody asks any more, up to the number it was asked for: what another instance
        // sends would lie locked here. Closed, it gives that up.
        await using var receiver = client.CreateReceiver(Name);
        for (var moved = 0; ;)
        {
            var messages = await receiver.ReceiveMessagesAsync(MostAtOnce, options.Value.PoisonQueueWait, cancellationToken);
            var seen = false;
            foreach (var message in messages)
            {
                moved += await MoveAsync(receiver, message, cancellationToken) ? 1 : 0;
                seen |= message.MessageId == until?.MessageId;
            }

            if (seen || messages.Count == 0)
            {
                return moved;
            }
        }
    });

    public ValueTask DisposeAsync() => _sender.DisposeAsync();

    private async Task<bool> MoveAsync(ServiceBusReceiver receiver, ServiceBusReceivedMessage message, CancellationToken cancellationToken)
    {
        var (reason, description) = ReasonOf(message);
        try
        {
            await receiver.DeadLetterMessageAsync(message, reason, description, cancellationToken);
            return true;
        }
        catch (ServiceBusException lost) when (lost.Reason is ServiceBusFailureReason.MessageLockLost)
        {
            // Another instance has it, or this one was too slow and the message is back: either way it is not lost.
            LogLockLost(lost, message.MessageId);
            return false;
        }
    }

    private static (string Reason, string Description) ReasonOf(ServiceBusReceivedMessage message)
    {
        try
        {
            if (JsonSerializer.Deserialize(message.Body.ToMemory().Span, PoisonJson.Default.PoisonEnvelope) is { } envelope)
            {
                return (envelope.ErrorCode, envelope.Message);
            }
        }
        catch (JsonException)
        {
            // Somebody else's message must not hold up ours.
        }

        return (TechnicalErrors.NoEnvelope.Code, TechnicalErrors.NoEnvelope.Record().Message);
    }

    private static async Task<T> AskAsync<T>(Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (Exception failure) when (failure is ServiceBusException or UnauthorizedAccessException or TimeoutException)
        {
            var reason = failure is ServiceBusException known ? known.Reason.ToString() : failure.GetType().Name;
            throw new PipelineException(TechnicalErrors.ServiceBusAway, failure, reason);
        }
    }

    [LoggerMessage(4002, LogLevel.Information, "The lock of message {MessageId} was lost before it was dead-lettered")]
    private partial void LogLockLost(Exception failure, string messageId);
}
