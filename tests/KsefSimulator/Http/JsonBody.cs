using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace KsefSimulator.Http;

/// <summary>Reads request bodies; what does not parse is refused with 21405 as KSeF's validator does.</summary>
internal static class JsonBody
{
    public static async Task<T> ReadAsync<T>(HttpRequest request, JsonTypeInfo<T> json, CancellationToken cancellationToken)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync(request.Body, json, cancellationToken)
                ?? throw Refusals.InvalidInput("Treść żądania jest wymagana.");
        }
        catch (JsonException exception)
        {
            throw Refusals.InvalidInput($"Nieprawidłowy dokument JSON: {exception.Path ?? "$"}.");
        }
    }
}
