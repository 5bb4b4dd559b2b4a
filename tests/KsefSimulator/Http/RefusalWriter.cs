using System.Diagnostics;
using System.Text.Json;

namespace KsefSimulator.Http;

/// <summary>Writes refusals in the two shapes KSeF has: problem details when asked for by <c>X-Error-Format</c>, its own legacy shape otherwise.</summary>
internal static class RefusalWriter
{
    public const string ErrorFormatHeader = "X-Error-Format";
    private const string ProblemContentType = "application/problem+json";

    public static bool WantsProblemDetails(HttpRequest request) =>
        string.Equals(request.Headers[ErrorFormatHeader], "problem-details", StringComparison.OrdinalIgnoreCase);

    public static Task WriteAsync(HttpContext context, KsefRefusal refusal, DateTimeOffset now)
    {
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        if (!WantsProblemDetails(context.Request))
        {
            var details = new ExceptionDetails(refusal.Code, refusal.Description, refusal.Details.Count == 0 ? null : refusal.Details);
            var legacy = new ExceptionResponse(new ExceptionInfo([details], null, TraceId(context), "srvSIMULATOR", "KsefSimulator", now));
            return context.Response.WriteAsJsonAsync(legacy, HttpJson.Types.ExceptionResponse, cancellationToken: context.RequestAborted);
        }

        var problem = new ProblemDetails("Bad Request", 400, context.Request.Path, "Żądanie jest nieprawidłowe.", now, TraceId(context))
        {
            Errors = [new ApiError(refusal.Code, refusal.Description, refusal.Details.Count == 0 ? null : refusal.Details)],
        };
        return WriteProblemAsync(context, problem);
    }

    public static Task WriteAsync(HttpContext context, HttpRefusal refusal, DateTimeOffset now)
    {
        context.Response.StatusCode = refusal.Status;
        return WriteProblemAsync(context, new ProblemDetails(refusal.Title, refusal.Status, context.Request.Path, refusal.Detail, now, TraceId(context))
        {
            ReasonCode = refusal.ReasonCode,
            Security = refusal.Security?.ToDictionary(pair => pair.Key, pair => ToElement(pair.Value)),
        });
    }

    public static Task WriteProblemAsync(HttpContext context, ProblemDetails problem) =>
        context.Response.WriteAsJsonAsync(problem, HttpJson.Types.ProblemDetails, ProblemContentType, context.RequestAborted);

    public static string TraceId(HttpContext context) => Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier;

    private static JsonElement ToElement(object value) => value switch
    {
        IReadOnlyList<string> list => JsonSerializer.SerializeToElement(list, HttpJson.Types.IReadOnlyListString),
        _ => JsonSerializer.SerializeToElement(value.ToString() ?? string.Empty, HttpJson.Types.String),
    };
}
