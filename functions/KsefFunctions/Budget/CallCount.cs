using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace KsefFunctions.Budget;

/// <summary>Calls that were reserved at one moment.</summary>
/// <param name="At">Milliseconds since 1970, UTC.</param>
/// <param name="Count">How many.</param>
public readonly record struct CallCount(long At, int Count);

/// <summary>Writes calls as a row of numbers, moment and count in turn: a document of them is written for every call of KSeF.</summary>
internal sealed class CallCountsJsonConverter : JsonConverter<ImmutableArray<CallCount>>
{
    public override ImmutableArray<CallCount> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException("Calls are an array.");
        }

        var calls = ImmutableArray.CreateBuilder<CallCount>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var at = Number(ref reader);
            reader.Read();
            calls.Add(new CallCount(at, (int)Number(ref reader)));
        }

        return calls.DrainToImmutable();
    }

    public override void Write(Utf8JsonWriter writer, ImmutableArray<CallCount> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var calls in value)
        {
            writer.WriteNumberValue(calls.At);
            writer.WriteNumberValue(calls.Count);
        }

        writer.WriteEndArray();
    }

    private static long Number(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var number) ? number : throw new JsonException("Calls are pairs of numbers.");
}
