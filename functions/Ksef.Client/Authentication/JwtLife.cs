using System.Buffers.Text;
using System.Text.Json;

namespace Ksef.Client;

/// <summary>
/// Reads how long a JWT lives from its own <c>iat</c> and <c>exp</c>: a difference of KSeF's clock with itself, so that a wrong clock on
/// this machine neither shortens nor stretches a token.
/// </summary>
internal static class JwtLife
{
    public static TimeSpan? Read(string token)
    {
        var parts = token.Split('.');
        if (parts.Length != 3 || !Base64Url.IsValid(parts[1]))
        {
            return null;
        }

        try
        {
            using var payload = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1]));
            return Seconds(payload, "exp") - Seconds(payload, "iat") is { } life and > 0 ? TimeSpan.FromSeconds(life) : null;
        }
        catch (JsonException)
        {
            // The token is opaque then; its announced end serves.
            return null;
        }
    }

    private static double? Seconds(JsonDocument payload, string claim) =>
        payload.RootElement.ValueKind == JsonValueKind.Object
        && payload.RootElement.TryGetProperty(claim, out var value)
        && value.ValueKind == JsonValueKind.Number
        && value.TryGetDouble(out var seconds)
            ? seconds
            : null;
}
