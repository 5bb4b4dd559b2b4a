using KsefFunctions.Dashboard;
using Microsoft.Azure.Functions.Worker;

namespace KsefFunctions.Api;

/// <summary><c>GET openapi.json</c>: the description of this API (OpenAPI 3.1).</summary>
public static class OpenApiDocument
{
    private static readonly Lazy<string> Text = new(() => DashboardAssets.Read("openapi.json"));

    [Function("OpenApi")]
    public static IResult Run([HttpTrigger(AuthorizationLevel.Function, "get", Route = "openapi.json")] HttpRequest request) =>
        HttpResults.Content(Text.Value, "application/json; charset=utf-8");
}
