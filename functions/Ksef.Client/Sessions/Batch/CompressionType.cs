using System.Text.Json.Serialization;

namespace Ksef.Client;

/// <summary>Format of a package. Source: KSeF API 2.6, schema CompressionType.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CompressionType>))]
public enum CompressionType
{
    /// <summary>A ZIP archive, KSeF's default.</summary>
    Zip,

    /// <summary>A tar archive under gzip.</summary>
    TarGz,
}
