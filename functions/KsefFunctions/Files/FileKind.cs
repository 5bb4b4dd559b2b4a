using System.Text.Json.Serialization;

namespace KsefFunctions.Files;

/// <summary>What a dropped file claims to be.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FileKind>))]
public enum FileKind
{
    /// <summary>Neither; refused with a result file.</summary>
    Unknown,

    /// <summary>One XML invoice.</summary>
    Invoice,

    /// <summary>A ZIP of XML invoices.</summary>
    Archive,
}
