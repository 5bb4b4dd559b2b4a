using System.Text.Json.Serialization;

namespace KsefFunctions.Files;

/// <summary>What a dropped file is by its first bytes, whatever its name says.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ContentKind>))]
public enum ContentKind
{
    /// <summary>None of the others: text such as EPP, CSV and JSON, a PDF, an invoice in a wrong encoding.</summary>
    Other,

    /// <summary>No bytes at all.</summary>
    Empty,

    /// <summary>An XML document, or what begins like one.</summary>
    Xml,

    /// <summary>A ZIP archive, or what begins like one.</summary>
    Zip,

    /// <summary>A workbook of Office Open XML: a ZIP by its first entry's name.</summary>
    Workbook,

    /// <summary>7-Zip's own format.</summary>
    SevenZip,

    Rar,

    Gzip,

    Tar,

    Bzip2,

    Xz,
}
