using System.Collections.Concurrent;
using System.Net;
using System.Xml.Linq;
using Azure;
using Azure.Storage.Queues;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Yarp.ReverseProxy.Forwarder;

namespace KsefFunctions.Tests.Survival;

/// <summary>
/// Stands between the app and the queues, and knows which messages are in its hands. What a killed host had in hand would be away for a minute, the shortest time
/// that Durable Functions takes; here it can be given back at once.
/// </summary>
internal sealed class QueueRelay : IAsyncDisposable
{
    private static readonly XName Message = "QueueMessage";

    private readonly HttpMessageInvoker _client = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.None });

    // Receipts by the path of the message: account, queue, "messages", id.
    private readonly ConcurrentDictionary<string, string> _inHand = new(StringComparer.Ordinal);
    private readonly WebApplication _web;

    private QueueRelay(int service)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddHttpForwarder();
        _web = builder.Build();
        var forwarder = _web.Services.GetRequiredService<IHttpForwarder>();
        _web.Run(context => PassOnAsync(context, forwarder, $"http://127.0.0.1:{service}"));
        ((IHost)_web).Start();
    }

    /// <summary>Where the app finds the queues.</summary>
    public int Port => new Uri(_web.Urls.First()).Port;

    /// <param name="service">Port of the queues on this machine.</param>
    public static QueueRelay To(int service) => new(service);

    /// <summary>Makes visible again what the killed app had in hand.</summary>
    public async Task GiveBackAsync(QueueServiceClient queues)
    {
        foreach (var (path, receipt) in _inHand.ToArray())
        {
            var parts = path.Split('/');
            try
            {
                await queues.GetQueueClient(parts[^3]).UpdateMessageAsync(parts[^1], receipt, visibilityTimeout: TimeSpan.Zero);
            }
            catch (RequestFailedException gone) when (gone.Status is (int)HttpStatusCode.NotFound or (int)HttpStatusCode.BadRequest)
            {
                // Deleted, or visible again by itself.
            }

            _inHand.TryRemove(path, out _);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _web.DisposeAsync();
        _client.Dispose();
    }

    private async Task PassOnAsync(HttpContext context, IHttpForwarder forwarder, string service)
    {
        var answer = context.Response.Body;
        using var kept = new MemoryStream();
        context.Response.Body = kept;
        await forwarder.SendAsync(context, service, _client);
        kept.Position = 0;
        Note(context, kept);
        kept.Position = 0;
        context.Response.Body = answer;
        await kept.CopyToAsync(answer);
    }

    private void Note(HttpContext context, Stream answer)
    {
        var path = context.Request.Path.Value!;
        if (HttpMethods.IsDelete(context.Request.Method))
        {
            _inHand.TryRemove(path, out _);
        }
        else if (HttpMethods.IsPut(context.Request.Method) && context.Response.Headers["x-ms-popreceipt"] is [{ } renewed])
        {
            _inHand[path] = renewed;
        }
        else if (HttpMethods.IsGet(context.Request.Method) && path.EndsWith("/messages", StringComparison.Ordinal) && context.Response.StatusCode == StatusCodes.Status200OK)
        {
            foreach (var message in XDocument.Load(answer).Descendants(Message))
            {
                _inHand[$"{path}/{message.Element("MessageId")!.Value}"] = message.Element("PopReceipt")!.Value;
            }
        }
    }
}
