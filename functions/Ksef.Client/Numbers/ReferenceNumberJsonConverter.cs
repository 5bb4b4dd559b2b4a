using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ksef.Client;

/// <summary>Writes a reference number as a JSON string and reads back whatever string stands there.</summary>
public sealed class ReferenceNumberJsonConverter : JsonConverter<ReferenceNumber>
{
    /// <inheritdoc />
    public override ReferenceNumber Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ReferenceNumber.FromKsef(reader.GetString() ?? string.Empty);

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, ReferenceNumber value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);

    /// <inheritdoc />
    public override ReferenceNumber ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ReferenceNumber.FromKsef(reader.GetString() ?? string.Empty);

    /// <inheritdoc />
    public override void WriteAsPropertyName(Utf8JsonWriter writer, ReferenceNumber value, JsonSerializerOptions options) => writer.WritePropertyName(value.Value);
}
