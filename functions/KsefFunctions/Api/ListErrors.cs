using KsefFunctions.Errors;
using KsefFunctions.Telemetry;
using Microsoft.Azure.Functions.Worker;

namespace KsefFunctions.Api;

/// <summary><c>GET errors</c>: the catalogue of errors in both languages, in the order of their numbers.</summary>
public sealed class ListErrors
{
    [Function(nameof(ListErrors))]
    public IResult Run([HttpTrigger(AuthorizationLevel.Function, "get", Route = "errors")] HttpRequest request) =>
        HttpResults.Json(new ErrorList([.. ErrorCatalogue.All.Select(ErrorEntry.Of)]), ApiJson.Default.ErrorList);
}
