using System.Collections.Concurrent;
using System.Net;
using Grpc.Core;
using LocalHost.Host.Protos;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace LocalHost.Host.Worker;

/// <summary>The gRPC service, on a free loopback port, to which each worker opens its stream.</summary>
internal sealed class WorkerEndpoint : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, WorkerChannel> _channels = new();
    private WebApplication? _app;

    public Uri Address { get; private set; } = null!;

    public static async Task<WorkerEndpoint> StartAsync(ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        var endpoint = new WorkerEndpoint();
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddSingleton(loggers).AddSingleton<IHostLifetime, NoConsoleLifetime>().AddSingleton(endpoint).AddRoutingCore().AddGrpc(grpc =>
        {
            grpc.MaxReceiveMessageSize = null;
            grpc.MaxSendMessageSize = null;
        });
        endpoint._app = builder.Build();
        endpoint._app.MapGrpcService<Service>();
        await endpoint._app.StartAsync(cancellationToken);
        endpoint.Address = new Uri(endpoint._app.Urls.First());
        return endpoint;
    }

    /// <summary>Expects the worker of this channel.</summary>
    public void Add(WorkerChannel channel) => _channels[channel.WorkerId] = channel;

    public void Remove(WorkerChannel channel) => _channels.TryRemove(channel.WorkerId, out _);

    public ValueTask DisposeAsync() => _app?.DisposeAsync() ?? ValueTask.CompletedTask;

    private sealed class Service(WorkerEndpoint endpoint, IHostApplicationLifetime lifetime) : FunctionRpc.FunctionRpcBase
    {
        public override async Task EventStream(
            IAsyncStreamReader<StreamingMessage> requestStream, IServerStreamWriter<StreamingMessage> responseStream, ServerCallContext context)
        {
            using var end = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, lifetime.ApplicationStopping);
            if (await requestStream.MoveNext(end.Token) &&
                requestStream.Current.StartStream is { } start &&
                endpoint._channels.TryGetValue(start.WorkerId, out WorkerChannel? channel))
            {
                await channel.ServeAsync(requestStream, responseStream, end.Token);
            }
        }
    }
}
