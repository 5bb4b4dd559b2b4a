using System.Text.Json.Serialization;

namespace KsefFunctions.Files;

/// <summary>KSeF's two ways of sending.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SessionKind>))]
public enum SessionKind
{
    /// <summary>Interactive: invoice by invoice.</summary>
    Online,

    /// <summary>One encrypted package in parts.</summary>
    Batch,
}
