using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace KsefSimulator.Json;

/// <summary>How things are written, for clients and for the journal. Each folder says which of its types are.</summary>
internal static class JsonFormat
{
    /// <summary>Options for one serializer context: it takes them over for itself.</summary>
    public static JsonSerializerOptions Options() => new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.Strict,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
