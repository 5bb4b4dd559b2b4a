using System.Net;
using System.Net.Sockets;

namespace KsefFunctions.Tests.App;

/// <summary>Ports for parts that cannot ask the system for one themselves.</summary>
internal static class FreePort
{
    // Below those that the system gives to whoever asks for any (from 32768 on): one of these nobody gets before the part listens to it.
    private const int First = 20_000;
    private const int Count = 12_000;

    private static int _last = Random.Shared.Next(Count);

    public static int Next()
    {
        while (true)
        {
            var port = First + (int)((uint)Interlocked.Increment(ref _last) % Count);
            using var listener = new TcpListener(IPAddress.Loopback, port);
            try
            {
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody has it already.
            }
        }
    }
}
