using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace KsefFunctions.Results;

/// <summary>Writes moments in UTC with three digits after the second, always: <c>2026-02-03T10:15:04.120Z</c>. Readers may cut and compare them as text.</summary>
internal sealed class FixedInstant : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDateTimeOffset();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
}
