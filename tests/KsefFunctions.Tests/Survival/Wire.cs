using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace KsefFunctions.Tests.Survival;

/// <summary>The TCP connections between the app and one port of a service, which a test can cut and mend, or hold at a word.</summary>
internal sealed class Wire : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<Socket, bool> _sockets = new();
    private readonly ConcurrentDictionary<Socket, bool> _heldConnections = new();
    private readonly TaskCompletionSource _held = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly int _service;
    private readonly Task _accepting;
    private volatile bool _isCut;
    private volatile string? _word;
    private volatile string? _forbidden;
    private int _stopped;

    private Wire(int service)
    {
        _service = service;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>Where the app finds the service.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <param name="service">Port of the service on this machine.</param>
    public static Wire To(int service) => new(service);

    /// <summary>Ends every connection, and each new one at once.</summary>
    public void Cut()
    {
        _isCut = true;
        foreach (var socket in _sockets.Keys)
        {
            Reset(socket);
        }
    }

    public void Mend() => _isCut = false;

    /// <summary>Passes on what the app sends up to and with a word, and of that connection nothing more.</summary>
    /// <returns>Completes when the word has passed.</returns>
    public Task HoldAfterAsync(string word)
    {
        _word = word;
        return _held.Task;
    }

    /// <summary>Passes on nothing of what the app sends from a word on, on each connection that it comes by.</summary>
    public void HoldBefore(string word)
    {
        _stopped = 0;
        _forbidden = word;
    }

    /// <summary>How many connections have been held before it.</summary>
    public int Stopped => Volatile.Read(ref _stopped);

    /// <summary>Lets pass whatever comes on connections to come.</summary>
    public void Release() => _word = _forbidden = null;

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        Cut();
        await _accepting;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var app = await _listener.AcceptSocketAsync();
                _ = ConnectAsync(app);
            }
        }
        catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ConnectAsync(Socket app)
    {
        var service = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        app.NoDelay = true;
        _sockets[app] = _sockets[service] = true;
        try
        {
            if (!_isCut)
            {
                await service.ConnectAsync(IPAddress.Loopback, _service);
                var toService = CopyAsync(app, service, MustStop, Hold);
                var toApp = CopyAsync(service, app, _ => false, _ => false);
                if (await Task.WhenAny(toService, toApp) == toApp && _heldConnections.ContainsKey(app))
                {
                    // A service ends connections on which nothing comes for seconds; the app would send what is held once more on another one.
                    await toService;
                }
            }
        }
        catch (SocketException)
        {
            // The service is away.
        }
        finally
        {
            Reset(app);
            Reset(service);
        }
    }

    private async Task CopyAsync(Socket from, Socket to, Func<Memory<byte>, bool> mustStop, Func<Memory<byte>, bool> hold)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            for (var isHeld = false; await from.ReceiveAsync(buffer) is > 0 and var length;)
            {
                isHeld = isHeld || mustStop(buffer.AsMemory(0, length));
                if (!isHeld)
                {
                    await to.SendAsync(buffer.AsMemory(0, length));
                    isHeld = hold(buffer.AsMemory(0, length));
                }

                if (isHeld)
                {
                    _heldConnections[from] = true;
                }
            }
        }
        catch (Exception ended) when (ended is SocketException or ObjectDisposedException)
        {
            // One of the two has gone.
        }
    }

    private bool Hold(Memory<byte> sent)
    {
        if (!Has(sent, _word))
        {
            return false;
        }

        _held.TrySetResult();
        return true;
    }

    private bool MustStop(Memory<byte> toSend)
    {
        if (!Has(toSend, _forbidden))
        {
            return false;
        }

        Interlocked.Increment(ref _stopped);
        return true;
    }

    private static bool Has(Memory<byte> sent, string? word) => word is not null && sent.Span.IndexOf(Encoding.UTF8.GetBytes(word)) >= 0;

    // Without linger, so that the other end sees a break and no orderly end.
    private void Reset(Socket socket)
    {
        _sockets.TryRemove(socket, out _);
        _heldConnections.TryRemove(socket, out _);
        try
        {
            socket.LingerState = new LingerOption(enable: true, seconds: 0);
        }
        catch (Exception ended) when (ended is SocketException or ObjectDisposedException)
        {
            // It has ended already.
        }

        socket.Dispose();
    }
}
