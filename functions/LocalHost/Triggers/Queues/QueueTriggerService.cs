using LocalHost.Functions;
using LocalHost.Hosting;
using LocalHost.Queues;
using Microsoft.Azure.Functions.Worker;

namespace LocalHost.Triggers.Queues;

/// <summary>Runs queue-triggered functions over local storage queues.</summary>
internal sealed partial class QueueTriggerService(
    FunctionCatalogue catalogue,
    FunctionInvoker invoker,
    LocalQueues queues,
    HostJson hostJson,
    IConfiguration settings,
    ILogger<QueueTriggerService> logger) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(from found in catalogue.TriggeredBy<QueueTriggerAttribute>()
                     from _ in Enumerable.Range(0, hostJson.QueueBatchSize)
                     select ListenAsync(found.Function, found.Trigger, stoppingToken));

    private async Task ListenAsync(FunctionDescriptor function, QueueTriggerAttribute trigger, CancellationToken stoppingToken)
    {
        LocalQueue queue = await queues.StorageAsync(BindingExpression.Resolve(trigger.QueueName, settings));
        while (true)
        {
            LockedMessage locked = await queue.ReceiveAsync(stoppingToken);
            try
            {
                await (await SucceedsAsync(function, queue, locked, stoppingToken)
                    ? queue.CompleteAsync(locked, CancellationToken.None)
                    : queue.AbandonAsync(locked, CancellationToken.None));
            }
            catch (MessageLockLostException exception)
            {
                LogLockLost(function.Name, exception);
            }
        }
    }

    private async Task<bool> SucceedsAsync(FunctionDescriptor function, LocalQueue queue, LockedMessage locked, CancellationToken stoppingToken)
    {
        try
        {
            await invoker.InvokeAsync(function, new QueueTriggerInput(locked.Message), stoppingToken);
            return true;
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            LogFailed(function.Name, queue.Name, locked.Message.MessageId, locked.Message.DeliveryCount, exception);
            return false;
        }
    }

    [LoggerMessage(EventId = 2101, Level = LogLevel.Error, Message = "{Function} failed on message {MessageId} of queue {Queue}, delivery {DeliveryCount}")]
    private partial void LogFailed(string function, string queue, string messageId, int deliveryCount, Exception exception);

    [LoggerMessage(EventId = 2102, Level = LogLevel.Warning, Message = "{Function} took longer than its message's lock; the message will be delivered again")]
    private partial void LogLockLost(string function, Exception exception);
}
