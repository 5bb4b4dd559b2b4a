using LocalHost.Functions;
using LocalHost.Hosting;
using LocalHost.Queues;
using Microsoft.Azure.Functions.Worker;

namespace LocalHost.Triggers.ServiceBus;

/// <summary>Runs Service-Bus-triggered functions over local queues.</summary>
internal sealed partial class ServiceBusTriggerService(
    FunctionCatalogue catalogue,
    FunctionInvoker invoker,
    LocalQueues queues,
    HostJson hostJson,
    IConfiguration settings,
    ILogger<ServiceBusTriggerService> logger) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(from found in catalogue.TriggeredBy<ServiceBusTriggerAttribute>()
                     from _ in Enumerable.Range(0, hostJson.ServiceBusConcurrentCalls)
                     select ListenAsync(found.Function, found.Trigger, stoppingToken));

    private async Task ListenAsync(FunctionDescriptor function, ServiceBusTriggerAttribute trigger, CancellationToken stoppingToken)
    {
        LocalQueue queue = await queues.ServiceBusAsync(BindingExpression.Resolve(trigger.QueueName!, settings));
        bool autoComplete = trigger.ExplicitAutoCompleteMessages ?? hostJson.ServiceBusAutoComplete;
        while (true)
        {
            LockedMessage locked = await queue.ReceiveAsync(stoppingToken);
            var actions = new LocalMessageActions(queue, locked);
            try
            {
                await invoker.InvokeAsync(function, new ServiceBusTriggerInput(ReceivedMessages.From(locked), actions), stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(function.Name, queue.Name, locked.Message.MessageId, locked.Message.DeliveryCount, exception);
                await UnlessSettledAsync(actions, () => queue.AbandonAsync(locked, stoppingToken));
                continue;
            }

            if (autoComplete)
            {
                await UnlessSettledAsync(actions, () => queue.CompleteAsync(locked, CancellationToken.None));
            }
        }
    }

    private async Task UnlessSettledAsync(LocalMessageActions actions, Func<Task> settle)
    {
        if (actions.IsSettled)
        {
            return;
        }

        try
        {
            await settle();
        }
        catch (MessageLockLostException exception)
        {
            LogLockLost(exception);
        }
    }

    [LoggerMessage(EventId = 2201, Level = LogLevel.Error, Message = "{Function} failed on message {MessageId} of queue {Queue}, delivery {DeliveryCount}")]
    private partial void LogFailed(string function, string queue, string messageId, int deliveryCount, Exception exception);

    [LoggerMessage(EventId = 2202, Level = LogLevel.Warning, Message = "The function took longer than its message's lock; the message will be delivered again")]
    private partial void LogLockLost(Exception exception);
}
