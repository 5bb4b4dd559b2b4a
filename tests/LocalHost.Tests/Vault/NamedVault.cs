using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Azure.Core.Pipeline;
using KeyVaultServer;

namespace LocalHost.Tests.Vault;

/// <summary>
/// A vault that clients call under the name of one on Azure, so that nothing of their checks is switched off: the transport alone leads that
/// name to this machine, and trusts the certificate that was made for the run.
/// </summary>
internal static class NamedVault
{
    private const string Name = "kv-ksef-tests.vault.azure.net";

    public static Task<VaultServer> StartAsync() => VaultServer.StartAsync(new VaultOptions { HostName = Name }, CancellationToken.None);

    /// <summary>The way to this vault.</summary>
    /// <param name="vault">Started here.</param>
    /// <param name="trusted">False knows nothing of the certificate.</param>
    public static HttpPipelineTransport Transport(this VaultServer vault, bool trusted = true)
    {
        var handler = new SocketsHttpHandler { ConnectCallback = (context, cancellationToken) => ConnectAsync(vault, context, cancellationToken), UseProxy = false };
        if (trusted)
        {
            var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            policy.CustomTrustStore.Add(vault.Certificate);
            handler.SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = policy };
        }

        return new HttpClientTransport(new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan });
    }

    private static async ValueTask<Stream> ConnectAsync(VaultServer vault, SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        if (context.DnsEndPoint.Host != Name)
        {
            throw new InvalidOperationException($"Tests reach no other host: {context.DnsEndPoint.Host}");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, vault.Ports.Vault, cancellationToken);
        return new NetworkStream(socket, ownsSocket: true);
    }
}
