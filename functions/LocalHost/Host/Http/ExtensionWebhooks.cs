using System.Reflection;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Description;
using Microsoft.Azure.WebJobs.Host.Config;
using Microsoft.Extensions.Primitives;

namespace LocalHost.Host.Http;

/// <summary>
/// What extensions serve themselves, under the addresses that they are given: the management API of Durable Functions
/// (<c>runtime/webhooks/durabletask</c>) and the events of Event Grid for blob triggers (<c>runtime/webhooks/blobs</c>).
/// </summary>
#pragma warning disable CS0618 // The attribute on the interface says that only hosts are to use it.
internal sealed class ExtensionWebhooks(HostAddress address, FunctionKey key) : IWebHookProvider
{
    private const string Path = "runtime/webhooks";

    public Uri GetUrl(IExtensionConfigProvider extension) =>
        new(address.Value, $"{Path}/{NameOf(extension)}?{FunctionKey.Query}={Uri.EscapeDataString(key.Value)}");
#pragma warning restore CS0618

    public void Map(IEndpointRouteBuilder routes) => routes.Map($"{Path}/{{extension}}/{{**rest}}", key.Guard(HandleAsync));

    // As the Functions host names them: by their section in host.json.
    private static string NameOf(IExtensionConfigProvider extension) => extension.GetType().GetCustomAttribute<ExtensionAttribute>() is { ConfigurationSection: { } section }
        ? section.ToLowerInvariant()
        : extension.GetType().Name.ToLowerInvariant();

    private static async Task HandleAsync(HttpContext context)
    {
        string name = (string)context.Request.RouteValues["extension"]!;
        if (context.RequestServices.GetServices<IExtensionConfigProvider>().Where(extension => NameOf(extension) == name)
            .OfType<IAsyncConverter<HttpRequestMessage, HttpResponseMessage>>().FirstOrDefault() is not { } served)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        using HttpRequestMessage request = RequestOf(context.Request);
        using HttpResponseMessage response = await served.ConvertAsync(request, context.RequestAborted);
        context.Response.StatusCode = (int)response.StatusCode;
        foreach ((string header, IEnumerable<string> values) in response.Headers.Concat(response.Content.Headers))
        {
            context.Response.Headers[header] = values.ToArray();
        }

        await response.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }

    private static HttpRequestMessage RequestOf(HttpRequest received)
    {
        var request = new HttpRequestMessage(new HttpMethod(received.Method), received.GetEncodedUrl()) { Content = new StreamContent(received.Body) };
        foreach ((string name, StringValues values) in received.Headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values))
            {
                request.Content.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values);
            }
        }

        return request;
    }
}
