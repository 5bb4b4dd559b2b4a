using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ksef.Client;

/// <summary>Writes a number that KSeF gave as a JSON string and reads back whatever string stands there.</summary>
/// <typeparam name="TNumber">Kind of number.</typeparam>
public sealed class GivenNumberJsonConverter<TNumber> : JsonConverter<TNumber>
    where TNumber : struct, IGivenNumber<TNumber>
{
    /// <inheritdoc />
    public override TNumber Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TNumber.FromKsef(reader.GetString() ?? string.Empty);

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, TNumber value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);

    /// <inheritdoc />
    public override TNumber ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TNumber.FromKsef(reader.GetString() ?? string.Empty);

    /// <inheritdoc />
    public override void WriteAsPropertyName(Utf8JsonWriter writer, TNumber value, JsonSerializerOptions options) => writer.WritePropertyName(value.Value);
}
