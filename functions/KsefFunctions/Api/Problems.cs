


namespace KsefFunctions.Api;

/// <summary>Refusals of the HTTP API, as problem details (RFC 9457).</summary>
internal static class Problems
{
    public static IResult BadRequest(string detail) => HttpResults.Problem(detail, statusCode: StatusCodes.Status400BadRequest);

    public static IResult NotFound(string id) =>
        HttpResults.Problem($"There is no file {id}.", statusCode: StatusCodes.Status404NotFound);

    public static IResult Conflict(string detail) => HttpResults.Problem(detail, statusCode: StatusCodes.Status409Conflict);
}
