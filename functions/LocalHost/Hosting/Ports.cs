using System.Net;
using System.Net.Sockets;

namespace LocalHost.Hosting;

/// <summary>Picks ports of this machine.</summary>
internal static class Ports
{
    /// <summary>The first candidate that nobody listens on, or 0, which lets the system pick.</summary>
    public static int FirstFree(params IEnumerable<int?> candidates) => candidates.FirstOrDefault(port => port is int number && IsFree(number)) ?? 0;

    public static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
