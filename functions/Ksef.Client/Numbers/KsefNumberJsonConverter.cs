using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ksef.Client;

/// <summary>Writes a KSeF number as a JSON string and reads back whatever string stands there.</summary>
public sealed class KsefNumberJsonConverter : JsonConverter<KsefNumber>
{
    /// <inheritdoc />
    public override KsefNumber Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        KsefNumber.FromKsef(reader.GetString() ?? string.Empty);

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, KsefNumber value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);

    /// <inheritdoc />
    public override KsefNumber ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        KsefNumber.FromKsef(reader.GetString() ?? string.Empty);

    /// <inheritdoc />
    public override void WriteAsPropertyName(Utf8JsonWriter writer, KsefNumber value, JsonSerializerOptions options) => writer.WritePropertyName(value.Value);
}
