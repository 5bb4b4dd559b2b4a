using KsefFunctions.Api;
using KsefFunctions.Settings;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace KsefFunctions.Dashboard;

/// <summary><c>GET dashboard</c>: the page for finance. It asks the HTTP API for everything it shows.</summary>
public sealed class ShowDashboard(IOptions<KsefFunctionsOptions> options)
{
    private static readonly Lazy<PageDocument> Page = new(() => new PageDocument());

    [Function("Dashboard")]
    public IResult Run([HttpTrigger(AuthorizationLevel.Function, "get", Route = "dashboard")] HttpRequest request)
    {
        var headers = request.HttpContext.Response.Headers;
        headers.ContentSecurityPolicy = Page.Value.ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=()";
        return HttpResults.Content(Page.Value.Render(options.Value.Environment.ToString(), Caller.NameOf(request)), "text/html; charset=utf-8");
    }
}
