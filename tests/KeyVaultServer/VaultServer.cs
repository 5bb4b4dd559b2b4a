using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Azure.Core;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace KeyVaultServer;

/// <summary>
/// A running Key Vault: secrets and the import of certificates over HTTPS, and the token endpoint of a managed identity that may read them.
/// </summary>
public sealed class VaultServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly VaultEndpoints _endpoints;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _stopping;

    private VaultServer(WebApplication app, VaultEndpoints endpoints, X509Certificate2 certificate, VaultIdentity identity, VaultOptions options)
    {
        _app = app;
        _endpoints = endpoints;
        Certificate = certificate;
        Identity = new VaultCredential(identity, options.Time);
        ILookup<string, Uri> listening = app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses
            .Select(address => new Uri(address)).ToLookup(address => address.Scheme);
        Ports = new VaultPorts(listening[Uri.UriSchemeHttps].Single().Port, listening[Uri.UriSchemeHttp].Single().Port);
        Address = options.HostName is { } name ? new Uri($"https://{name}/") : new Uri($"https://127.0.0.1:{Ports.Vault}/");
        Settings = new Dictionary<string, string>
        {
            ["KsefFunctions__KeyVault"] = Address.AbsoluteUri,
            ["KsefFunctions__KeyVaultThumbprint"] = Thumbprint,
            ["IDENTITY_ENDPOINT"] = $"http://127.0.0.1:{Ports.Identity}{IdentityEndpoint.Path}",
            ["IDENTITY_HEADER"] = identity.Header,
            ["AZURE_TOKEN_CREDENTIALS"] = "ManagedIdentityCredential",
        };
        app.Lifetime.ApplicationStopping.Register(_ended.SetResult);
    }

    /// <summary>Such as <c>https://127.0.0.1:8443/</c>.</summary>
    public Uri Address { get; }

    public VaultPorts Ports { get; }

    /// <summary>SHA-256 of the TLS certificate, in hexadecimal digits.</summary>
    public string Thumbprint => Certificate.GetCertHashString(HashAlgorithmName.SHA256);

    /// <summary>Environment variables with which the app, in a process of its own, reads this vault. One of them is a secret.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; }

    public VaultContent Content => _endpoints.Content;

    /// <summary>Method and path of each request that came with the right token, in their order.</summary>
    public IReadOnlyCollection<string> Requests => _endpoints.Requests;

    /// <summary>The identity that the vault lets in, for clients in this process.</summary>
    public TokenCredential Identity { get; }

    internal X509Certificate2 Certificate { get; }

    internal IHostApplicationLifetime Lifetime => _app.Lifetime;

    /// <summary>Opens what is kept and waits until it is served.</summary>
    /// <exception cref="VaultException">What is kept cannot be read.</exception>
    public static async Task<VaultServer> StartAsync(VaultOptions options, CancellationToken cancellationToken)
    {
        if (options.DataDirectory is { } directory)
        {
            PrivateFile.MakeDirectory(directory);
        }

        var content = new VaultContent(options.DataDirectory is null ? null : new VaultFiles(options.DataDirectory), options.Time);
        var identity = VaultIdentity.Open(options.DataDirectory);
        X509Certificate2 certificate = VaultTls.Open(options);
        var endpoints = new VaultEndpoints(content, options.Issue, identity);
        var tokens = new IdentityEndpoint(identity, options.Time);

        WebApplication app = Build(options.PreferredPorts ?? VaultPorts.Any, certificate);
        app.Run(context => context.Request.IsHttps ? endpoints.AnswerAsync(context) : tokens.AnswerAsync(context));
        try
        {
            await app.StartAsync(cancellationToken);
            return new VaultServer(app, endpoints, certificate, identity, options);
        }
        catch
        {
            endpoints.Dispose();
            await app.DisposeAsync();
            certificate.Dispose();
            throw;
        }
    }

    /// <summary>Completes, with a <see cref="VaultException"/>, when the server ends without having been asked to.</summary>
    public async Task WatchAsync()
    {
        await _ended.Task;
        if (!_stopping)
        {
            throw new VaultException("The Key Vault server ended unexpectedly.");
        }
    }

    /// <summary>Fails every request from now on; null ends that.</summary>
    public void Fail(VaultFault? fault) => _endpoints.Fail(fault, int.MaxValue);

    /// <summary>Fails the next requests only.</summary>
    public void Fail(VaultFault fault, int times) => _endpoints.Fail(fault, times);

    public async ValueTask DisposeAsync()
    {
        _stopping = true;
        _endpoints.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        Certificate.Dispose();
    }

    private static WebApplication Build(VaultPorts ports, X509Certificate2 certificate)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration()
            .UseSockets(sockets => sockets.CreateBoundListenSocket = BindHereOrElsewhere)
            .ConfigureKestrel(kestrel =>
            {
                kestrel.Listen(IPAddress.Loopback, ports.Vault, listen => listen.UseHttps(certificate));
                kestrel.Listen(IPAddress.Loopback, ports.Identity);
            });
        builder.Services.Replace(ServiceDescriptor.Singleton<IHostLifetime, NoSignals>());
        return builder.Build();
    }

    // A taken port is no reason to fail: the address is handed on by settings.
    private static Socket BindHereOrElsewhere(EndPoint wished)
    {
        try
        {
            return SocketTransportOptions.CreateDefaultBoundListenSocket(wished);
        }
        catch (SocketException taken) when (taken.SocketErrorCode is SocketError.AddressAlreadyInUse or SocketError.AccessDenied)
        {
            return SocketTransportOptions.CreateDefaultBoundListenSocket(new IPEndPoint(IPAddress.Loopback, 0));
        }
    }

    // Ctrl+C is for the program, which stops more than this server.
    private sealed class NoSignals : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
