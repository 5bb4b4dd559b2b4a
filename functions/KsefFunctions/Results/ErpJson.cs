using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace KsefFunctions.Results;

/// <summary>How what the ERP finds in the outbox is written: its people read these files, so Polish letters stay letters.</summary>
internal static class ErpJson
{
    /// <summary>The options of a context, which cannot name an encoder itself.</summary>
    public static JsonSerializerOptions Of(JsonSerializerContext context) =>
        new(context.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
