using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ksef.Client;

/// <summary>
/// Reads a JSON object as texts by name. KSeF documents the values as texts; a value of another kind is kept as it is written instead of
/// making a whole page of invoices unreadable.
/// </summary>
public sealed class TextMapJsonConverter : JsonConverter<IReadOnlyDictionary<string, string?>>
{
    /// <inheritdoc />
    public override IReadOnlyDictionary<string, string?> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return document.RootElement.ValueKind == JsonValueKind.Object
            ? document.RootElement.EnumerateObject().DistinctBy(property => property.Name).ToDictionary(property => property.Name, property => Text(property.Value))
            : new Dictionary<string, string?>();
    }

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, IReadOnlyDictionary<string, string?> value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStartObject();
        foreach (var (name, text) in value)
        {
            writer.WriteString(name, text);
        }

        writer.WriteEndObject();
    }

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString(),
        _ => value.GetRawText(),
    };
}
