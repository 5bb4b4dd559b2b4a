using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Azure.Core;
using Azure.Core.Pipeline;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace KeyVaultStandIn;

/// <summary>
/// A running vault. Clients call it under the name of a real one, so that nothing of their checks has to be switched off: the transport alone
/// leads that name to this machine, and trusts the root that was made for the run.
/// </summary>
public sealed class VaultServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly VaultTls _tls;
    private readonly List<IDisposable> _clients = [];

    private VaultServer(WebApplication app, VaultTls tls, VaultEndpoints endpoints, Uri address)
    {
        _app = app;
        _tls = tls;
        Endpoints = endpoints;
        Address = address;
    }

    /// <summary>Such as <c>https://kv-ksef-1.vault.azure.net/</c>.</summary>
    public Uri Address { get; }

    public VaultContent Content => Endpoints.Content;

    /// <summary>Method and path of each request that came with the right token, in their order.</summary>
    public IReadOnlyCollection<string> Requests => Endpoints.Requests;

    /// <summary>An identity with a token that the vault takes.</summary>
    public TokenCredential Identity { get; } = new VaultIdentity();

    private VaultEndpoints Endpoints { get; }

    public static async Task<VaultServer> StartAsync()
    {
        var address = new Uri("https://kv-ksef-tests.vault.azure.net/");
        var tls = new VaultTls(address.Host);
        var endpoints = new VaultEndpoints(address);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(
            kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(tls.Server)));
        var app = builder.Build();
        app.Run(endpoints.AnswerAsync);
        await app.StartAsync();
        return new VaultServer(app, tls, endpoints, address);
    }

    /// <summary>Fails every request from now on.</summary>
    public void Fail(VaultFault? fault) => Endpoints.Fail(fault, int.MaxValue);

    /// <summary>Fails the next requests only.</summary>
    public void Fail(VaultFault fault, int times) => Endpoints.Fail(fault, times);

    /// <summary>The way to this vault.</summary>
    /// <param name="trusted">False knows nothing of the root that vouches for it.</param>
    public HttpPipelineTransport Transport(bool trusted = true)
    {
        var handler = new SocketsHttpHandler { ConnectCallback = ConnectAsync, UseProxy = false };
        if (trusted)
        {
            var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            policy.CustomTrustStore.Add(_tls.Root);
            handler.SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = policy };
        }

        var client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        _clients.Add(client);
        return new HttpClientTransport(client);
    }

    public async ValueTask DisposeAsync()
    {
        _clients.ForEach(client => client.Dispose());
        Endpoints.Dispose();
        await _app.DisposeAsync();
        _tls.Dispose();
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        if (context.DnsEndPoint.Host != Address.Host)
        {
            throw new InvalidOperationException($"Tests reach no other host: {context.DnsEndPoint.Host}");
        }

        var listening = new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, listening.Port, cancellationToken);
        return new NetworkStream(socket, ownsSocket: true);
    }
}
