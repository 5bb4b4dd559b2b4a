using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace KsefSimulator.Http;

/// <summary>Reads request bodies; what does not parse is refused with 21405 as KSeF's validator does.</summary>
internal static class JsonBody
{
    /// <summary>Reads a body that may be left out.</summary>
    public static async Task<T?> ReadOptionalAsync<T>(HttpRequest request, JsonTypeInfo<T> json, CancellationToken cancellationToken)
        where T : class
    {
        request.EnableBuffering();
        var probe = new byte[1];
        if (await request.Body.ReadAsync(probe, cancellationToken) == 0)
        {
            return null;
        }

        request.Body.Position = 0;
        return await ReadAsync(request, json, cancellationToken);
    }

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
