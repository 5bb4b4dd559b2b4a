namespace Microsoft.Azure.Functions.Worker;

/// <summary>ASP.NET's side of an HTTP invocation.</summary>
public static class FunctionContextExtensions
{
    private const string HttpContextKey = "HttpRequestContext";

    public static HttpContext? GetHttpContext(this FunctionContext context) =>
        context.Items.TryGetValue(HttpContextKey, out object? value) ? value as HttpContext : null;

    internal static void SetHttpContext(this FunctionContext context, HttpContext httpContext) =>
        context.Items[HttpContextKey] = httpContext;
}
