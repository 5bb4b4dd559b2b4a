using System.Text.Json;
using KsefFunctions.Storage;

namespace KsefFunctions.Api;

/// <summary>Reads small JSON bodies.</summary>
internal static class RequestBody
{
    private const int Largest = 16_384;

    /// <returns>Null when the body is no such JSON; an empty body is an empty decision.</returns>
    public static async Task<DecisionRequest?> ReadDecisionAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var bytes = await BoundedRead.ToEndAsync(request.Body, expected: 1024, Largest, cancellationToken);
        if (bytes is null)
        {
            return null;
        }

        try
        {
            return bytes.Value.IsEmpty
                ? new DecisionRequest(By: null, Comment: null)
                : JsonSerializer.Deserialize(bytes.Value.Span, ApiJson.Default.DecisionRequest);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
