using System.Reflection;
using KsefSimulator.Http;

namespace KsefSimulator.StartPage;

/// <summary>GET /: what is going on in the simulator, in a browser; GET /_simulator/overview: the same as data.</summary>
internal static class StartPageEndpoints
{
    private static readonly byte[] Page = Read("StartPage.index.html");

    public static void MapStartPage(this IEndpointRouteBuilder app)
    {
        app.MapGet("/", () => TypedResults.Bytes(Page, "text/html; charset=utf-8")).WithName("StartPage");
        app.MapGet("/_simulator/overview", (Overview overview) => Answer.Json(overview.Read(), OverviewJson.Types.OverviewBody)).WithName("Overview");
    }

    private static byte[] Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The resource {name} is missing.");
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }
}
