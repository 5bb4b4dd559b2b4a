using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Amqp;
using Amqp.Listener;

namespace ServiceBusBroker;

/// <summary>
/// The queues of a Service Bus namespace for <c>Azure.Messaging.ServiceBus</c>, on the loopback interface: what the official emulator is, for one machine without containers.
/// Topics, sessions, transactions, deferred and scheduled messages and times to live are refused, not ignored.
/// </summary>
public sealed class MessageBroker : IAsyncDisposable
{
    // AMQPNetLite's listener shares its port with whoever listens on it in the same way, so nobody else may look for one meanwhile.
    private static readonly Lock Binding = new();

    private readonly ContainerHost _host;
    private readonly Journal _journal;
    private readonly IReadOnlyList<QueueEntity> _queues;

    private MessageBroker(ContainerHost host, int port, Journal journal, IReadOnlyList<QueueEntity> queues)
    {
        _host = host;
        _journal = journal;
        _queues = queues;
        Port = port;
    }

    public int Port { get; }

    /// <summary>For <c>ServiceBusClient</c>. The key is none: every key is accepted.</summary>
    public string ConnectionString => string.Create(
        CultureInfo.InvariantCulture,
        $"Endpoint=sb://127.0.0.1:{Port};SharedAccessKeyName=RootManageSharedAccessKey;SharedAccessKey=SAS_KEY_VALUE;UseDevelopmentEmulator=true;");

    /// <summary>Opens the queues with what they held, and listens.</summary>
    /// <exception cref="BrokerException">Another broker has the directory, or its messages cannot be read.</exception>
    public static Task<MessageBroker> StartAsync(BrokerOptions options, CancellationToken cancellationToken) => Task.Run(() => Start(options), cancellationToken);

    /// <summary>Completes when the broker is disposed of; fails with a <see cref="BrokerException"/> when it can keep no more messages, and so accepts none.</summary>
    public Task WatchAsync() => _journal.Ended;

    /// <summary>Closes all links and the directory. What receivers hold is in its queue at the next start.</summary>
    public ValueTask DisposeAsync()
    {
        foreach (QueueEntity queue in _queues)
        {
            queue.Dispose();
        }

        _host.Close();
        _journal.Dispose();
        return ValueTask.CompletedTask;
    }

    private static MessageBroker Start(BrokerOptions options)
    {
        Dictionary<string, QueueDescription> descriptions = options.Queues.ToDictionary(queue => queue.Name, StringComparer.OrdinalIgnoreCase);
        DateTimeOffset now = options.Time.GetUtcNow();
        Journal journal = Journal.Open(
            options.DataDirectory,
            settled => descriptions.TryGetValue(settled.Queue, out QueueDescription? queue) && now - settled.EnqueuedTime < queue.DuplicateDetectionWindow);
        List<QueueEntity> queues = [.. options.Queues.Select(queue => new QueueEntity(queue, journal, options.Time, options.Logger))];
        try
        {
            (ContainerHost host, int port) = Listen(options, queues);
            return new MessageBroker(host, port, journal, queues);
        }
        catch (Exception exception)
        {
            queues.ForEach(queue => queue.Dispose());
            journal.Dispose();
            throw new BrokerException($"The broker cannot listen: {exception.Message}", exception);
        }
    }

    private static (ContainerHost Host, int Port) Listen(BrokerOptions options, List<QueueEntity> queues)
    {
        lock (Binding)
        {
            int port = FindPort(options.PreferredPort);
            var host = new ContainerHost(new Address("127.0.0.1", port, null, null, "/", "amqp"));
            foreach (ConnectionListener listener in host.Listeners)
            {
                listener.SASL.EnableMechanism(ClaimsBasedSecurity.Sasl.Name, new ClaimsBasedSecurity.Sasl());
                listener.HandlerFactory = _ => new ProtocolHandler();
            }

            List<QueueEntity> nodes = [.. queues, .. queues.Select(queue => queue.DeadLetters!)];
            host.AddressResolver = (_, attach) => QueueNodes.AddressOf(attach);
            host.RegisterRequestProcessor("$cbs", new ClaimsBasedSecurity());
            nodes.ForEach(node => host.RegisterRequestProcessor($"{node.Address}/$management", new ManagementNode(node)));
            host.RegisterLinkProcessor(new QueueNodes(nodes.ToDictionary(node => node.Address, StringComparer.OrdinalIgnoreCase), options.Logger));
            host.Open();
            return (host, port);
        }
    }

    /// <summary>A port that nobody listens on: the preferred one, or any.</summary>
    private static int FindPort(int preferred)
    {
        try
        {
            using var probe = new TcpListener(IPAddress.Loopback, preferred);
            probe.Start();
            return ((IPEndPoint)probe.LocalEndpoint).Port;
        }
        catch (SocketException) when (preferred != 0)
        {
            return FindPort(0);
        }
    }
}
