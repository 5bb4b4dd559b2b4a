using Azure.Messaging.ServiceBus;
using ServiceBusBroker;

namespace LocalHost.Tests.Broker;

/// <summary>A broker with one queue, and a client of Microsoft's that uses it.</summary>
internal sealed class RunningBroker : IAsyncDisposable
{
    public const string QueueName = "invoices-poison";

    /// <summary>Longer than anything takes that happens at all.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>How long to wait for what must not come.</summary>
    public static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(300);

    private readonly MessageBroker _broker;

    private RunningBroker(MessageBroker broker)
    {
        _broker = broker;
        Client = NewClient();
        Sender = Client.CreateSender(QueueName);
        Receiver = Client.CreateReceiver(QueueName);
        DeadLetters = Client.CreateReceiver(QueueName, new ServiceBusReceiverOptions { SubQueue = SubQueue.DeadLetter });
    }

    public ServiceBusClient Client { get; }

    public ServiceBusSender Sender { get; }

    public ServiceBusReceiver Receiver { get; }

    public ServiceBusReceiver DeadLetters { get; }

    public int Port => _broker.Port;

    public static QueueDescription Queue { get; } = new(
        QueueName, LockDuration: TimeSpan.FromMinutes(1), MaxDeliveryCount: 3, DuplicateDetectionWindow: TimeSpan.FromMinutes(10));

    public static async Task<RunningBroker> StartAsync(
        TimeProvider? time = null, QueueDescription? queue = null, string? dataDirectory = null, int preferredPort = 0)
    {
        var options = new BrokerOptions
        {
            DataDirectory = dataDirectory,
            PreferredPort = preferredPort,
            Queues = [queue ?? Queue],
            Time = time ?? TimeProvider.System,
        };
        return new RunningBroker(await MessageBroker.StartAsync(options, CancellationToken.None));
    }

    /// <summary>A client with a connection of its own.</summary>
    public ServiceBusClient NewClient() => new(
        _broker.ConnectionString,
        new ServiceBusClientOptions { RetryOptions = new ServiceBusRetryOptions { MaxRetries = 5, Delay = TimeSpan.FromMilliseconds(50), TryTimeout = Patience } });

    public Task SendAsync(string messageId) => Sender.SendMessageAsync(new ServiceBusMessage(messageId) { MessageId = messageId });

    public async Task<ServiceBusReceivedMessage> ReceiveAsync() => (await Receiver.ReceiveMessageAsync(Patience)).ShouldNotBeNull();

    public async Task<ServiceBusReceivedMessage> ReceiveDeadLetterAsync() => (await DeadLetters.ReceiveMessageAsync(Patience)).ShouldNotBeNull();

    public async Task ShouldBeEmptyAsync() => (await Receiver.ReceiveMessageAsync(Moment)).ShouldBeNull();

    public Task WatchAsync() => _broker.WatchAsync();

    public ValueTask StopAsync() => _broker.DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        await _broker.DisposeAsync();
    }
}
