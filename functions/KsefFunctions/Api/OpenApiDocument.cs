using Microsoft.Azure.Functions.Worker;

namespace KsefFunctions.Api;

/// <summary><c>GET openapi.json</c>: the description of this API (OpenAPI 3.1).</summary>
public static class OpenApiDocument
{
    private const string Name = "openapi.json";

    private static readonly Lazy<string> Text = new(Read);

    [Function("OpenApi")]
    public static IResult Run([HttpTrigger(AuthorizationLevel.Function, "get", Route = Name)] HttpRequest request) =>
        HttpResults.Content(Text.Value, "application/json; charset=utf-8");

    private static string Read()
    {
        using var reader = new StreamReader(typeof(OpenApiDocument).Assembly.GetManifestResourceStream(Name)!);
        return reader.ReadToEnd();
    }
}
