using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace KsefSimulator.Json;

/// <summary>How things are written: for clients, and for the journal.</summary>
internal static class Wire
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.Strict,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter<Sessions.SessionKind>() },
    };

    public static WireJson Json { get; } = new(new JsonSerializerOptions(Options));

    public static StateJson State { get; } = new(new JsonSerializerOptions(Options));
}
