using System.Net.Sockets;
using Yarp.ReverseProxy.Forwarder;

namespace LocalHost.Host.Http;

/// <summary>Sends requests on to the port where the worker serves its HTTP functions, as the Functions host does.</summary>
internal sealed class WorkerForwarder(IHttpForwarder forwarder) : IDisposable
{
    private const string InvocationId = "x-ms-invocation-id";

    private static readonly ForwarderRequestConfig Config = new() { ActivityTimeout = TimeSpan.FromSeconds(240) };

    private static readonly TimeSpan TimeToListen = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan PauseBetweenConnects = TimeSpan.FromMilliseconds(50);

    private readonly HttpMessageInvoker _client = new(
        new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false, ConnectCallback = ConnectAsync });

    /// <summary>The worker joins request and invocation by the id.</summary>
    public async Task SendAsync(HttpContext context, string? worker, string invocationId)
    {
        string address = worker ?? throw new LocalHostException("The app has HTTP functions, but serves no HTTP: ConfigureFunctionsWebApplication is missing.");
        context.Request.Headers[InvocationId] = invocationId;
        await forwarder.SendAsync(context, address, _client, Config);
    }

    public void Dispose() => _client.Dispose();

    // A worker takes invocations a moment before it listens on its port.
    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(TimeToListen);
        while (true)
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(context.DnsEndPoint, deadline.Token);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (SocketException exception) when (exception.SocketErrorCode == SocketError.ConnectionRefused)
            {
                socket.Dispose();
                await Task.Delay(PauseBetweenConnects, deadline.Token);
            }
        }
    }
}
