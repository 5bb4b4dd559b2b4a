using System.Net;
using System.Net.Sockets;

namespace KsefFunctions.Tests.App;

/// <summary>Ports for parts that cannot ask the system for one themselves.</summary>
internal static class FreePort
{
    public static int Next()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
