using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace LocalHost.Host.Http;

/// <summary>Where this host answers.</summary>
internal sealed class HostAddress(IServer server)
{
    // The Durable extension asks once while it is built, before the port is known, and again whenever it hands the address out.
    private static readonly Uri BeforeListening = new("http://127.0.0.1/");

    public Uri Value => server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is { } address ? new Uri(address) : BeforeListening;
}
